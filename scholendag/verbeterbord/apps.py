from django.apps import AppConfig


class VerbeterbordConfig(AppConfig):
    name = "scholendag.verbeterbord"

    def ready(self) -> None:
        from scholendag.instruments import registry  # noqa: PLC0415
        from scholendag.verbeterbord.instrument import INSTRUMENT  # noqa: PLC0415

        registry.register(INSTRUMENT)
