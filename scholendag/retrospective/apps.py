from django.apps import AppConfig


class RetrospectiveConfig(AppConfig):
    name = "scholendag.retrospective"
