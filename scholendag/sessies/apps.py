from django.apps import AppConfig


class SessiesConfig(AppConfig):
    name = "scholendag.sessies"
