"""Every path, one app a line. What people read in a path is Dutch."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
