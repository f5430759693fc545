"""The paths of the werksessie."""

from django.urls import path

from scholendag.werksessie import views

app_name = "werksessie"
urlpatterns = [
    path("lessen/<int:pk>/", views.write, name="write"),
    path("lessen/<int:pk>/deel/", views.share, name="share"),
    path("lessen/<int:pk>/deel-niet/", views.unshare, name="unshare"),
]
