from django.apps import AppConfig


class LeerlingarenaConfig(AppConfig):
    name = "scholendag.leerlingarena"
