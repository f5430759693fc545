"""Every path, one app a line. What people read in a path is Dutch."""

from django.urls import include, path

urlpatterns = [
    path("", include("scholendag.accounts.urls")),
    path("", include("scholendag.help.urls")),
    path("", include("scholendag.sessies.urls")),
    path("", include("scholendag.agenda.urls")),
    path("", include("scholendag.breakouts.urls")),
    path("", include("scholendag.boards.urls")),
    path("", include("scholendag.inspiratieverhaal.urls")),
    path("", include("scholendag.datamuur.urls")),
    path("", include("scholendag.leerlingarena.urls")),
    path("", include("scholendag.doelen.urls")),
    path("", include("scholendag.verbeterbord.urls")),
    path("", include("scholendag.stage.urls")),
    path("", include("scholendag.werksessie.urls")),
    path("", include("scholendag.retrospective.urls")),
    path("", include("scholendag.impactmatrix.urls")),
    path("", include("scholendag.review.urls")),
    path("", include("scholendag.rehearsal.urls")),
    path("", include("scholendag.demo.urls")),
    path("", include("scholendag.styleguide.urls")),
]
