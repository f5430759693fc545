from django.apps import AppConfig


class SessiesConfig(AppConfig):
    name = "scholendag.sessies"

    def ready(self) -> None:
        from scholendag.accounts.sessions import after_sign_out  # noqa: PLC0415
        from scholendag.sessies.actions import close_pages_of  # noqa: PLC0415

        after_sign_out.append(close_pages_of)
