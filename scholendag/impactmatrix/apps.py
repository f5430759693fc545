from django.apps import AppConfig


class ImpactmatrixConfig(AppConfig):
    name = "scholendag.impactmatrix"

    def ready(self) -> None:
        from scholendag.impactmatrix.instrument import INSTRUMENT  # noqa: PLC0415
        from scholendag.instruments import registry  # noqa: PLC0415

        registry.register(INSTRUMENT)
