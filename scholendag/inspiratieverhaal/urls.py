"""The paths of the inspiratieverhaal."""

from django.urls import path

from scholendag.inspiratieverhaal import prepare_views, views

app_name = "inspiratieverhaal"
urlpatterns = [
    path("inspiratieverhaal/<int:pk>/voorbereiden/", prepare_views.prepare, name="prepare"),
    path("inspiratieverhaal/<int:pk>/antwoord/", prepare_views.answer, name="answer"),
    path("inspiratieverhaal/<int:pk>/klaar/", prepare_views.ready, name="ready"),
    path("inspiratieverhaal/<int:pk>/nog-niet-klaar/", prepare_views.not_ready, name="not-ready"),
    path("inspiratieverhaal/<int:pk>/fotos/", prepare_views.add_picture, name="add-picture"),
    path("inspiratieverhaal/<int:pk>/fotos/<int:picture>/tonen/", views.show, name="show"),
    path("inspiratieverhaal/<int:pk>/fotos/verbergen/", views.hide, name="hide"),
    path("verhaalfotos/<int:pk>/", views.picture, name="picture"),
    path("verhaalfotos/<int:pk>/woorden/", prepare_views.describe, name="describe"),
    path("verhaalfotos/<int:pk>/<str:direction>/zetten/", prepare_views.move, name="move"),
    path("verhaalfotos/<int:pk>/weg/", prepare_views.remove, name="remove"),
]
