from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "scholendag.boards"

    def ready(self) -> None:
        from scholendag.boards.counting import notes_in_rooms  # noqa: PLC0415
        from scholendag.breakouts.now import counts_post_its  # noqa: PLC0415

        counts_post_its.append(notes_in_rooms)
