"""The paths of what people do with groups."""

from django.urls import path

from scholendag.breakouts import call_views, page_views, room_views, views

app_name = "breakouts"
_PAGE = "begeleiden/<int:pk>/groepjes/"
_PANEL = f"{_PAGE}<slug:key>/"
_ROOM = "dag/<slug:code>/groepje/<int:pk>/"
urlpatterns = [
    path(_PAGE, page_views.groups, name="groups"),
    path(f"{_PAGE}wensen/", page_views.wish, name="wish"),
    path(f"{_PAGE}wensen/<int:wish_pk>/weg/", page_views.drop_wish, name="drop-wish"),
    path(f"{_PAGE}adressen/", page_views.store_addresses, name="addresses"),
    path(f"{_PAGE}adressen/weg/", page_views.clear_addresses, name="clear-addresses"),
    path(f"{_PANEL}maak/", views.make, name="make"),
    path(f"{_PANEL}schud/", views.shuffle, name="shuffle"),
    path(f"{_PANEL}neem-over/", views.take_over, name="take-over"),
    path(f"{_PANEL}werk-bij/", views.update, name="update"),
    path(f"{_PANEL}zet-vast/", views.fix, name="fix"),
    path(f"{_PANEL}maak-los/", views.reopen, name="reopen"),
    path(f"{_PANEL}verplaats/", views.move, name="move"),
    path(f"{_PANEL}links/", views.link_many, name="link-many"),
    path(f"{_PANEL}zoom.csv", page_views.zoom_list, name="zoom-list"),
    path(f"{_PANEL}kamer/<int:number>/", views.link, name="link"),
    path(f"{_PANEL}kamer/<int:number>/houd-vast/", views.hold, name="hold"),
    path(f"{_PANEL}kamer/<int:number>/laat-los/", views.let_go, name="let-go"),
    path(
        f"{_PANEL}kamer/<int:number>/antwoord/<str:reply>/", call_views.answer, name="answer-call"
    ),
    path(f"{_PANEL}plek/<int:seat>/", call_views.reseat, name="reseat"),
    path(f"{_ROOM}schrijf/", views.take_pen, name="take-pen"),
    path(f"{_ROOM}geef-door/", room_views.pass_pen, name="pass-pen"),
    path(f"{_ROOM}zeg/<str:verb>/", room_views.say, name="say"),
]
