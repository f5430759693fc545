from django.apps import AppConfig


class InspiratieverhaalConfig(AppConfig):
    name = "scholendag.inspiratieverhaal"

    def ready(self) -> None:
        from scholendag.inspiratieverhaal.instrument import INSTRUMENT  # noqa: PLC0415
        from scholendag.instruments import registry  # noqa: PLC0415

        registry.register(INSTRUMENT)
