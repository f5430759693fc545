from django.apps import AppConfig


class BreakoutsConfig(AppConfig):
    name = "scholendag.breakouts"

    def ready(self) -> None:
        from scholendag.agenda.running import after_end  # noqa: PLC0415
        from scholendag.breakouts.addresses import clear  # noqa: PLC0415
        from scholendag.breakouts.calls import came_or_went  # noqa: PLC0415
        from scholendag.breakouts.changing import show_who_came_or_went  # noqa: PLC0415
        from scholendag.sessies.actions import after_coming_or_going  # noqa: PLC0415

        after_end.append(clear)
        after_coming_or_going += (came_or_went, show_who_came_or_went)
