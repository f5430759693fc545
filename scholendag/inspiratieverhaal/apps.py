from django.apps import AppConfig


class InspiratieverhaalConfig(AppConfig):
    name = "scholendag.inspiratieverhaal"
