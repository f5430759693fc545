from django.apps import AppConfig


class StageConfig(AppConfig):
    name = "scholendag.stage"

    def ready(self) -> None:
        from scholendag.breakouts.actions import after_fix  # noqa: PLC0415
        from scholendag.stage.actions import enter_again  # noqa: PLC0415

        after_fix.append(enter_again)
