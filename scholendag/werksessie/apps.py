from django.apps import AppConfig


class WerksessieConfig(AppConfig):
    name = "scholendag.werksessie"
