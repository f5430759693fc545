"""What the coach fills in about groups."""

import re
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from scholendag.breakouts import queries
from scholendag.breakouts.models import Division, Room, Wish
from scholendag.breakouts.ways import NEEDS_NUMBER, Split, Way
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.queries import roster

SIZES, ROOMS = range(2, 51), range(1, 101)
check_link = URLValidator(
    schemes=["https", "http"],
    message="Dit is geen link. Plak het hele adres, met https:// ervoor.",
)
MOST_OF_A_LINK = Room._meta.get_field("url").max_length or 0


class MoveForm(forms.Form):
    """Who goes to which room of a division."""

    participant = forms.ModelChoiceField(
        Participant.objects.none(),
        error_messages={
            "required": "Kies wie je verplaatst.",
            "invalid_choice": "Deze persoon doet niet meer mee. Kies iemand anders.",
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


class WayForm(forms.Form):
    """How people are to be divided."""

    split = forms.ChoiceField(
        choices=Split.choices,
        error_messages={
            "required": "Kies hoe je verdeelt.",
            "invalid_choice": "Zo kun je niet verdelen. Kies iets uit de lijst.",
        },
    )
    number = forms.CharField(required=False)
    rest_is_smaller = forms.BooleanField(required=False)
    # Ticked is to keep people of a bouw together, so that an empty form asks for the usual.
    keep_bouw = forms.BooleanField(required=False)
    within_team = forms.BooleanField(required=False)
    only_new = forms.BooleanField(required=False)

    def clean_number(self) -> int | None:
        """A whole number that fits what was chosen; None where that takes none."""
        split, text = self.cleaned_data.get("split"), self.cleaned_data["number"].strip()
        if split not in NEEDS_NUMBER:
            return None
        fitting = SIZES if split == Split.SIZE else ROOMS
        if not re.fullmatch(r"[0-9]{1,3}", text) or int(text) not in fitting:
            what = "Hoe groot wordt een groepje?" if split == Split.SIZE else "Hoeveel groepjes?"
            raise ValidationError(f"{what} Typ een getal van {fitting[0]} tot {fitting[-1]}.")
        return int(text)

    @property
    def way(self) -> Way:
        """What was filled in. Only of a valid form."""
        found = self.cleaned_data
        return Way(
            Split(found["split"]),
            found["number"],
            found["rest_is_smaller"],
            mix=not found["keep_bouw"],
            within_team=found["within_team"],
            only_new=found["only_new"],
        )


class WishForm(forms.Form):
    """Who sits together or apart, whenever groups are made."""

    kind = forms.ChoiceField(
        choices=Wish.Kind.choices,
        error_messages={
            "required": "Kies wat je vraagt: niet samen of wel samen.",
            "invalid_choice": "Kies wat je vraagt: niet samen of wel samen.",
        },
    )
    people = forms.ModelMultipleChoiceField(
        Participant.objects.none(),
        error_messages={
            "required": "Kies minstens twee mensen.",
            "invalid_choice": "Een van deze mensen doet niet meer mee. Kies opnieuw.",
            "invalid_pk_value": "Een van deze mensen doet niet meer mee. Kies opnieuw.",
        },
    )

    def __init__(self, data: object, sessie: Sessie) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        people = cast("forms.ModelMultipleChoiceField[Participant]", self.fields["people"])
        people.queryset = roster(sessie)

    def clean_people(self) -> list[Participant]:
        """At least two."""
        people = list(self.cleaned_data["people"])
        if len(people) == 1:
            raise ValidationError("Kies minstens twee mensen.")
        return people


class LinkForm(forms.Form):
    """The link of a video room. Only links that a browser opens in a page."""

    url = forms.CharField(
        required=False,
        max_length=MOST_OF_A_LINK,
        validators=[check_link],
        error_messages={"max_length": "Deze link is te lang. Kopieer hem nog eens."},
    )


class LinksForm(forms.Form):
    """Many links at once: the first line for the first room, and so on."""

    links = forms.CharField(
        max_length=150_000,
        error_messages={
            "required": "Plak eerst de links, één per regel.",
            "max_length": "Dit zijn te veel links. Plak er één per groepje.",
        },
    )

    def __init__(self, data: object, division: Division) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.rooms = list(queries.rooms().filter(division=division))

    def clean(self) -> dict[str, Any]:
        """Each line is a link, or ends with one (`Kamer 1: https://…`), and has a room."""
        lines = [line for line in self.cleaned_data.get("links", "").splitlines() if line.strip()]
        if len(lines) > len(self.rooms):
            self.add_error(
                "links", f"Je plakte {len(lines)} links voor {len(self.rooms)} groepjes."
            )
        urls = [line.split()[-1] for line in lines]
        for number, url in enumerate(urls, start=1):
            if complaint := _complaint_about(url):
                self.add_error("links", f"Regel {number}: {complaint}")
        return self.cleaned_data | {"urls": dict(zip(self.rooms, urls, strict=False))}


def _complaint_about(url: str) -> str:
    if len(url) > MOST_OF_A_LINK:
        return "deze link is te lang."
    try:
        check_link(url)
    except ValidationError:
        return "dit is geen link. Plak het hele adres, met https:// ervoor."
    return ""
