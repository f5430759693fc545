from django.apps import AppConfig


class RetrospectiveConfig(AppConfig):
    name = "scholendag.retrospective"

    def ready(self) -> None:
        from scholendag.instruments import registry  # noqa: PLC0415
        from scholendag.retrospective.instrument import INSTRUMENT  # noqa: PLC0415

        registry.register(INSTRUMENT)
