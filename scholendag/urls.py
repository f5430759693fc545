"""Every path, one app a line. What people read in a path is Dutch."""

from django.urls import include, path

urlpatterns = [
    path("", include("scholendag.accounts.urls")),
    path("", include("scholendag.sessies.urls")),
    path("", include("scholendag.breakouts.urls")),
]
