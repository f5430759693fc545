from django.apps import AppConfig


class StageConfig(AppConfig):
    name = "scholendag.stage"

    def ready(self) -> None:
        from scholendag.breakouts.actions import after_fix  # noqa: PLC0415
        from scholendag.breakouts.addresses import (  # noqa: PLC0415
            clear_when_a_day_begins_or_ends,
        )
        from scholendag.stage.actions import after_begin, enter_again  # noqa: PLC0415

        after_fix.append(enter_again)
        after_begin.append(clear_when_a_day_begins_or_ends)
