"""The path of the impactmatrix."""

from django.urls import path

from scholendag.impactmatrix import views

app_name = "impactmatrix"
urlpatterns = [path("ideeen/<int:pk>/plek/", views.place, name="place")]
