"""The paths of boards. A note is reached through its board, by who may be there."""

from django.urls import path

from scholendag.boards import views

app_name = "boards"
urlpatterns = [
    path("vakken/<int:lane>/notities/", views.add, name="add"),
    path("notities/<int:pk>/wijzig/", views.edit, name="edit"),
    path("notities/<int:pk>/weg/", views.take_back, name="take-back"),
    path("notities/<int:pk>/verberg/", views.hide, name="hide"),
    path("notities/<int:pk>/terug/", views.unhide, name="unhide"),
    path("blokken/<int:block>/borden/<slug:kind>/toon/", views.reveal, name="reveal"),
]
