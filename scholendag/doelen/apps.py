from django.apps import AppConfig


class DoelenConfig(AppConfig):
    name = "scholendag.doelen"

    def ready(self) -> None:
        from scholendag.breakouts.now import finds_text  # noqa: PLC0415
        from scholendag.doelen.instrument import INSTRUMENT  # noqa: PLC0415
        from scholendag.doelen.queries import rooms_with_text  # noqa: PLC0415
        from scholendag.instruments import registry  # noqa: PLC0415

        registry.register(INSTRUMENT)
        finds_text.append(rooms_with_text)
