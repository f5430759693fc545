"""The paths of the terugblik."""

from django.urls import path

from scholendag.retrospective import views

app_name = "retrospective"
urlpatterns = [
    path("terugblik/<int:pk>/opzet/", views.prepare, name="prepare"),
    path("blokken/<int:pk>/afspraken/", views.promote, name="promote"),
    path("afspraken/<int:pk>/weg/", views.drop, name="drop"),
]
