"""Home, coming in, and sharing."""

from django.urls import path

from scholendag.sessies import coach_views, views

app_name = "sessies"

urlpatterns = [
    path("", views.home, name="home"),
    path("doe-mee/", views.join, name="join"),
    path("doe-mee/<str:token>/", views.join_link, name="join-link"),
    path("doe-mee/<str:token>/verder/", views.join_again, name="join-again"),
    path("begeleiden/<int:pk>/delen/", coach_views.share, name="share"),
    path("begeleiden/<int:pk>/links/", coach_views.hand_out, name="hand-out"),
    path(
        "begeleiden/<int:pk>/links/<int:link_pk>/trek-in/",
        coach_views.withdraw,
        name="withdraw-link",
    ),
    path(
        "begeleiden/<int:pk>/links/<int:link_pk>/vernieuw/",
        coach_views.renew_link,
        name="renew-link",
    ),
    path(
        "begeleiden/<int:pk>/mensen/<int:participant_pk>/haal-weg/",
        coach_views.remove,
        name="remove",
    ),
]
