from django.apps import AppConfig


class WerksessieConfig(AppConfig):
    name = "scholendag.werksessie"

    def ready(self) -> None:
        from scholendag.breakouts.now import finds_text  # noqa: PLC0415
        from scholendag.instruments import registry  # noqa: PLC0415
        from scholendag.werksessie.instrument import INSTRUMENT  # noqa: PLC0415
        from scholendag.werksessie.queries import rooms_with_text  # noqa: PLC0415

        registry.register(INSTRUMENT)
        finds_text.append(rooms_with_text)
