"""Signing in and out. Django's own settings refer to these names, so they have no namespace."""

from django.urls import path

from scholendag.accounts import views

urlpatterns = [
    path("inloggen/", views.sign_in, name="login"),
    path("uitloggen/", views.sign_out, name="logout"),
]
