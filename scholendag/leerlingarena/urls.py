"""The paths of the leerlingarena."""

from django.urls import path

from scholendag.leerlingarena import prepare_views, views

app_name = "leerlingarena"
urlpatterns = [
    path("leerlingarena/<int:pk>/voorbereiden/", prepare_views.prepare, name="prepare"),
    path("leerlingarena/<int:pk>/vragen/nieuw/", prepare_views.add, name="add"),
    path("leerlingarena/<int:pk>/vragen/overnemen/", prepare_views.take_over, name="take-over"),
    path("arenavragen/<int:pk>/", prepare_views.edit, name="edit"),
    path("arenavragen/<int:pk>/<str:direction>/zetten/", prepare_views.move, name="move"),
    path("arenavragen/<int:pk>/weg/", prepare_views.remove, name="remove"),
    path(
        "leerlingarena/<int:pk>/vragen/<int:question>/tonen/",
        views.show_question,
        name="show-question",
    ),
    path("leerlingarena/<int:pk>/beurten/<int:pupil>/<str:change>/", views.turn, name="turn"),
    path("leerlingarena/<int:pk>/aantekenaars/", views.appoint, name="appoint"),
    path(
        "leerlingarena/<int:pk>/aantekenaars/<int:participant>/weg/",
        views.withdraw,
        name="withdraw",
    ),
    path("leerlingarena/<int:pk>/terugkoppeling/", views.agree, name="agree"),
]
