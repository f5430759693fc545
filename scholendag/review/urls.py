"""The paths for looking back."""

from django.urls import path

from scholendag.review import views

app_name = "review"
urlpatterns = [path("terugkijken/<str:token>/", views.terugkijken, name="terugkijken")]
