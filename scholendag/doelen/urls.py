"""The paths of goals and actions. All of them take only a POST."""

from django.urls import path

from scholendag.doelen import views

app_name = "doelen"
urlpatterns = [
    path("doelen/<int:pk>/veld/<slug:field>/", views.write, name="write"),
    path("doelen/<int:pk>/vaststellen/", views.fix, name="fix"),
    path("doelen/<int:pk>/nieuw/", views.start_anew, name="start-anew"),
    path("doelen/<int:pk>/acties/", views.add_action, name="add-action"),
    path("acties/<int:pk>/", views.change_action, name="change-action"),
    path("acties/<int:pk>/weg/", views.remove_action, name="remove-action"),
    path("acties/<int:pk>/af/", views.tick, name="tick"),
    path("acties/<int:pk>/niet-af/", views.untick, name="untick"),
]
