"""The paths of boards. A note is reached through its board, by who may be there."""

from django.urls import path

from scholendag.boards import (
    carrying_views,
    cluster_views,
    directing_views,
    views,
    voting_views,
)

app_name = "boards"
urlpatterns = [
    path("vakken/<int:lane>/notities/", views.add, name="add"),
    path("notities/<int:pk>/wijzig/", views.edit, name="edit"),
    path("notities/<int:pk>/weg/", views.take_back, name="take-back"),
    path("notities/zet-terug/", views.put_back, name="put-back"),
    path("notities/<int:pk>/verberg/", views.hide, name="hide"),
    path("notities/<int:pk>/terug/", views.unhide, name="unhide"),
    path("blokken/<int:block>/borden/<slug:kind>/toon/", views.reveal, name="reveal"),
    path("blokken/<int:block>/borden/<slug:kind>/leg/", cluster_views.place, name="place"),
    path("blokken/<int:block>/borden/<slug:kind>/stand/", directing_views.override, name="state"),
    path(
        "blokken/<int:block>/borden/<slug:kind>/clusteren/",
        directing_views.let_cluster,
        name="let-cluster",
    ),
    path(
        "blokken/<int:block>/borden/<slug:kind>/meelezen/",
        directing_views.read_along,
        name="read-along",
    ),
    path("blokken/<int:block>/borden/<slug:kind>/voorstel/", cluster_views.propose, name="propose"),
    path("blokken/<int:block>/borden/<slug:kind>/stem/", voting_views.open_poll, name="open-poll"),
    path("stemmingen/<int:pk>/sluit/", voting_views.close_poll, name="close-poll"),
    path("notities/<int:pk>/stip/", voting_views.give, {"what": "note"}, name="dot-note"),
    path("notities/<int:pk>/stip-terug/", voting_views.take, {"what": "note"}, name="undot-note"),
    path("clusters/<int:pk>/stip/", voting_views.give, {"what": "cluster"}, name="dot-cluster"),
    path(
        "clusters/<int:pk>/stip-terug/",
        voting_views.take,
        {"what": "cluster"},
        name="undot-cluster",
    ),
    path("clusters/<int:pk>/naam/", cluster_views.rename, name="rename"),
    path("clusters/<int:pk>/samen/", cluster_views.merge, name="merge"),
    path("clusters/<int:pk>/los/", cluster_views.dissolve, name="dissolve"),
    path("clusters/<int:pk>/mee/", carrying_views.carry, name="carry"),
    path("clusters/<int:pk>/niet-mee/", carrying_views.take_away, name="take-away"),
]
