"""The paths of the handleiding, the statement on accessibility, and the tour."""

from django.urls import path

from scholendag.help import views

app_name = "help"
urlpatterns = [
    path("handleiding/", views.handleiding, name="handleiding"),
    path("handleiding/<slug:slug>/", views.chapter, name="chapter"),
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("rondleiding/gezien/", views.tour_seen, name="tour-seen"),
]
