from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "scholendag.instruments"

    def ready(self) -> None:
        from scholendag.instruments import registry, simple  # noqa: PLC0415

        for instrument in (simple.UITLEG, simple.PAUZE, simple.CHECKIN, simple.VERWACHTINGEN):
            registry.register(instrument)
