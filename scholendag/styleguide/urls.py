"""The one path of the style guide."""

from django.urls import path

from scholendag.styleguide import views

app_name = "styleguide"
urlpatterns = [path("stijl/", views.stijl, name="stijl")]
