"""The paths of making and preparing a day."""

from django.urls import path

from scholendag.agenda import views
from scholendag.agenda.actions import Direction

EARLIER = {"direction": Direction.EARLIER}
LATER = {"direction": Direction.LATER}
STEP = "begeleiden/<int:pk>/stappen/<int:step>/"
BLOCK = "begeleiden/<int:pk>/blokken/<int:block>/"

app_name = "agenda"
urlpatterns = [
    path("dagen/nieuw/", views.new, name="new"),
    path("begeleiden/<int:pk>/voorbereiden/", views.prepare, name="prepare"),
    path("begeleiden/<int:pk>/gegevens/", views.change_day, name="change-day"),
    path(f"{STEP}minuten/", views.change_minutes, name="change-minutes"),
    path(f"{STEP}tekst/", views.change_text, name="change-text"),
    path(f"{STEP}eerder/", views.move_step, EARLIER, name="step-earlier"),
    path(f"{STEP}later/", views.move_step, LATER, name="step-later"),
    path(f"{BLOCK}eerder/", views.move_block, EARLIER, name="block-earlier"),
    path(f"{BLOCK}later/", views.move_block, LATER, name="block-later"),
]
