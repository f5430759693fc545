from django.apps import AppConfig


class RehearsalConfig(AppConfig):
    name = "scholendag.rehearsal"

    def ready(self) -> None:
        from scholendag.rehearsal.actions import throw_away_of  # noqa: PLC0415
        from scholendag.stage.actions import after_begin  # noqa: PLC0415

        after_begin.append(throw_away_of)
