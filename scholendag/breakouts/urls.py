"""The paths of what people do with groups."""

from django.urls import path

from scholendag.breakouts import views

app_name = "breakouts"
_PANEL = "begeleiden/<int:pk>/groepjes/<slug:key>/"
urlpatterns = [
    path(f"{_PANEL}maak/", views.make, name="make"),
    path(f"{_PANEL}schud/", views.shuffle, name="shuffle"),
    path(f"{_PANEL}zet-vast/", views.fix, name="fix"),
    path(f"{_PANEL}maak-los/", views.reopen, name="reopen"),
    path(f"{_PANEL}verplaats/", views.move, name="move"),
    path(f"{_PANEL}kamer/<int:number>/", views.link, name="link"),
    path("dag/<slug:code>/groepje/<int:pk>/schrijf/", views.take_pen, name="take-pen"),
]
