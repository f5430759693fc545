"""The paths of the verbeterbord."""

from django.urls import path

from scholendag.verbeterbord import views

app_name = "verbeterbord"
urlpatterns = [
    path("bord/<str:token>/", views.bord, name="bord"),
    path("bord/<str:token>/papier/", views.paper, name="paper"),
    path("teams/<int:pk>/plannen/", views.plan, name="plan"),
    path("teams/<int:pk>/rollen/<slug:kind>/", views.give_role, name="give-role"),
    path("gepland/<int:pk>/weg/", views.cancel, name="cancel"),
]
