"""The paths of a proefrit, all under its real day."""

from django.urls import path

from scholendag.rehearsal import views

DAY = "begeleiden/<int:pk>/proefrit/"

app_name = "rehearsal"
urlpatterns = [
    path(DAY, views.page, name="page"),
    path(f"{DAY}start/", views.start, name="start"),
    path(f"{DAY}nepcollegas/", views.colleagues, name="colleagues"),
    path(f"{DAY}nepcollegas/kom/", views.bring_back, name="bring-back"),
    path(f"{DAY}weg/", views.throw_away, name="throw-away"),
]
