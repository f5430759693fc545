from django.apps import AppConfig


class StageConfig(AppConfig):
    name = "scholendag.stage"
