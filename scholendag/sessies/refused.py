"""When something cannot be done, any more or by this person."""


class Refused(Exception):  # noqa: N818 - reads as what happened
    """Nothing changed. `message` says why, in a Dutch sentence for the one who tried.

    A kind of refusal that is handled in a way of its own is a subclass.
    """

    message = ""

    def __init__(self, message: str = "") -> None:
        self.message = message or self.message
        super().__init__(self.message)
