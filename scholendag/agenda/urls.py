"""The paths of making and preparing a day, and of the programmes that days are made from."""

from django.urls import path

from scholendag.agenda import block_views, programme_views, step_views, views
from scholendag.agenda.moving import Direction

EARLIER = {"direction": Direction.EARLIER}
LATER = {"direction": Direction.LATER}
SKIP = {"skip": True}
DO = {"skip": False}
DAY = "begeleiden/<int:pk>/"
STEP = "begeleiden/<int:pk>/stappen/<int:step>/"
BLOCK = "begeleiden/<int:pk>/blokken/<int:block>/"

app_name = "agenda"
urlpatterns = [
    path("dagen/nieuw/", views.new, name="new"),
    path(f"{DAY}voorbereiden/", views.prepare, name="prepare"),
    path(f"{DAY}gegevens/", views.change_day, name="change-day"),
    path(f"{DAY}blok-erbij/", block_views.add, name="add-block"),
    path(f"{DAY}zet-terug/", block_views.put_back, name="put-back"),
    path(f"{STEP}minuten/", step_views.change_minutes, name="change-minutes"),
    path(f"{STEP}wijzig/", step_views.change, name="change-step"),
    path(f"{STEP}eerder/", step_views.move, EARLIER, name="step-earlier"),
    path(f"{STEP}later/", step_views.move, LATER, name="step-later"),
    path(f"{STEP}plaats/", step_views.place, name="step-place"),
    path(f"{STEP}sla-over/", step_views.skip, SKIP, name="step-skip"),
    path(f"{STEP}doe-toch/", step_views.skip, DO, name="step-do"),
    path(f"{STEP}haal-weg/", step_views.remove, name="step-remove"),
    path(f"{BLOCK}wijzig/", block_views.change, name="change-block"),
    path(f"{BLOCK}eerder/", block_views.move, EARLIER, name="block-earlier"),
    path(f"{BLOCK}later/", block_views.move, LATER, name="block-later"),
    path(f"{BLOCK}plaats/", block_views.place, name="block-place"),
    path(f"{BLOCK}sla-over/", block_views.skip, SKIP, name="block-skip"),
    path(f"{BLOCK}doe-toch/", block_views.skip, DO, name="block-do"),
    path(f"{BLOCK}haal-weg/", block_views.remove, name="block-remove"),
    path(f"{BLOCK}stap-erbij/", step_views.add, name="add-step"),
    path(f"{DAY}sjabloon/", programme_views.save, name="save-programme"),
    path(f"{DAY}agenda.yaml", programme_views.export_day, name="export-day"),
    path("programmas/", programme_views.programmes, name="programmes"),
    path("programmas/lees-in/", programme_views.import_file, name="import-programme"),
    path("programmas/<slug:slug>/bestand/", programme_views.export, name="export-programme"),
    path("programmas/<slug:slug>/gooi-weg/", programme_views.delete, name="delete-programme"),
]
