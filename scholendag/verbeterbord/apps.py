from django.apps import AppConfig


class VerbeterbordConfig(AppConfig):
    name = "scholendag.verbeterbord"
