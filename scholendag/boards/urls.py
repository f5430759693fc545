"""The paths of boards. A note is reached through its board, by who may be there."""

from django.urls import path

from scholendag.boards import carrying_views, cluster_views, directing_views, views

app_name = "boards"
urlpatterns = [
    path("vakken/<int:lane>/notities/", views.add, name="add"),
    path("notities/<int:pk>/wijzig/", views.edit, name="edit"),
    path("notities/<int:pk>/weg/", views.take_back, name="take-back"),
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
    path("clusters/<int:pk>/naam/", cluster_views.rename, name="rename"),
    path("clusters/<int:pk>/samen/", cluster_views.merge, name="merge"),
    path("clusters/<int:pk>/los/", cluster_views.dissolve, name="dissolve"),
    path("clusters/<int:pk>/mee/", carrying_views.carry, name="carry"),
    path("clusters/<int:pk>/niet-mee/", carrying_views.take_away, name="take-away"),
]
