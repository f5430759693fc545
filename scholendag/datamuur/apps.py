from django.apps import AppConfig


class DatamuurConfig(AppConfig):
    name = "scholendag.datamuur"
