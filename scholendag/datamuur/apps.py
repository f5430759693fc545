from django.apps import AppConfig


class DatamuurConfig(AppConfig):
    name = "scholendag.datamuur"

    def ready(self) -> None:
        from scholendag.breakouts.now import finds_text  # noqa: PLC0415
        from scholendag.datamuur.instrument import INSTRUMENT  # noqa: PLC0415
        from scholendag.datamuur.queries import rooms_with_notes  # noqa: PLC0415
        from scholendag.instruments import registry  # noqa: PLC0415

        registry.register(INSTRUMENT)
        finds_text.append(rooms_with_notes)
