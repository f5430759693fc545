"""What the coach fills in about groups."""

from django import forms
from django.core.validators import URLValidator

from scholendag.breakouts import queries
from scholendag.breakouts.models import Division, Room
from scholendag.sessies.models import Participant
from scholendag.sessies.queries import roster


class MoveForm(forms.Form):
    """Who goes to which room of a division."""

    participant = forms.ModelChoiceField(
        Participant.objects.none(),
        error_messages={
            "required": "Kies wie je verplaatst.",
            "invalid_choice": "Deze persoon doet niet meer mee.",
        },
    )
    room = forms.ModelChoiceField(
        Room.objects.none(),
        error_messages={
            "required": "Kies een groepje.",
            "invalid_choice": "Dit groepje is er niet meer. Kies een ander.",
        },
    )

    def __init__(self, data: object, division: Division) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["participant"].queryset = roster(division.sessie)  # type: ignore[attr-defined]
        self.fields["room"].queryset = queries.rooms().filter(  # type: ignore[attr-defined]
            division=division
        )


class LinkForm(forms.Form):
    """The link of a video room. Only links that a browser opens in a page."""

    url = forms.CharField(
        required=False,
        max_length=Room._meta.get_field("url").max_length,
        validators=[
            URLValidator(
                schemes=["https", "http"],
                message="Dit is geen link. Plak het hele adres, met https:// ervoor.",
            )
        ],
        error_messages={"max_length": "Deze link is te lang."},
    )
