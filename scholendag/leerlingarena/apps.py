from django.apps import AppConfig


class LeerlingarenaConfig(AppConfig):
    name = "scholendag.leerlingarena"

    def ready(self) -> None:
        from scholendag.instruments import registry  # noqa: PLC0415
        from scholendag.leerlingarena.instrument import INSTRUMENT  # noqa: PLC0415

        registry.register(INSTRUMENT)
