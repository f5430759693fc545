from django.apps import AppConfig


class DatamuurConfig(AppConfig):
    name = "scholendag.datamuur"

    def ready(self) -> None:
        from scholendag.datamuur.instrument import INSTRUMENT  # noqa: PLC0415
        from scholendag.instruments import registry  # noqa: PLC0415

        registry.register(INSTRUMENT)
