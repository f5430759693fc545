from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "scholendag.agenda"

    def ready(self) -> None:
        from scholendag.agenda.log import note_down  # noqa: PLC0415
        from scholendag.sessies.handing_out import after  # noqa: PLC0415

        after.append(note_down)
