from django.apps import AppConfig


class BreakoutsConfig(AppConfig):
    name = "scholendag.breakouts"

    def ready(self) -> None:
        from scholendag.agenda.running import after_end  # noqa: PLC0415
        from scholendag.breakouts.addresses import (  # noqa: PLC0415
            clear,
            clear_when_a_day_begins_or_ends,
        )
        from scholendag.breakouts.calls import came_or_went  # noqa: PLC0415
        from scholendag.breakouts.changing import show_who_came_or_went  # noqa: PLC0415
        from scholendag.sessies.actions import after_coming_or_going  # noqa: PLC0415

        after_end += (clear, clear_when_a_day_begins_or_ends)
        after_coming_or_going += (came_or_went, show_who_came_or_went)
