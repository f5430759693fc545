"""The one path of the demo."""

from django.urls import path

from scholendag.demo import views

app_name = "demo"
urlpatterns = [path("demo/begeleider/<str:signed>/", views.sign_in, name="sign-in")]
