"""How many dots, and which press gave one."""

from django import forms

from scholendag.boards.polls import FEWEST, MOST

TRY_AGAIN = "Dit lukte niet. Laad de pagina opnieuw en probeer het nog eens."
HOW_MANY = f"Kies een aantal stippen van {FEWEST} tot en met {MOST}."


class PollForm(forms.Form):
    """What a coach says of a vote that begins."""

    dots = forms.IntegerField(
        min_value=FEWEST,
        max_value=MOST,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), HOW_MANY),
    )
    hides_counts = forms.BooleanField(required=False)


class GiveForm(forms.Form):
    """The id that makes a dot one dot, however often it is sent."""

    client_id = forms.UUIDField(
        error_messages=dict.fromkeys(("required", "invalid"), TRY_AGAIN),
    )


class TakeForm(forms.Form):
    """How many dots are to stay."""

    keep = forms.IntegerField(
        min_value=0,
        max_value=MOST,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), TRY_AGAIN),
    )
