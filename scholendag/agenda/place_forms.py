"""Where something comes in the agenda, and what is added there."""

from typing import Any

from django import forms

from scholendag.agenda.content import BlockContent, StepContent
from scholendag.agenda.kinds import kind_called
from scholendag.agenda.models import Block, Step
from scholendag.agenda.offered import Offers, offered_blocks
from scholendag.agenda.places import END, Places, last_in
from scholendag.agenda.row_forms import TOO_LONG, minutes_field, tidy, title_field
from scholendag.sessies.actors import Actor


def place_field() -> forms.ChoiceField:
    """A place in the agenda."""
    wrong = "Deze plaats is er niet meer. Kies een plaats uit de lijst."
    return forms.ChoiceField(
        label="Plaats", error_messages={"required": wrong, "invalid_choice": wrong}
    )


class PlaceForm(forms.Form):
    """A place in the agenda of this actor's sessie."""

    place = place_field()

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.places = Places(actor)

    def offer(self, choices: Any) -> None:
        """The places to choose from."""
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = choices


class StepPlaceForm(PlaceForm):
    """Another place for a step."""

    def __init__(self, actor: Actor, step: Step, data: Any = None) -> None:
        super().__init__(actor, data)
        self.offer(self.places.for_step(step))

    @property
    def chosen(self) -> tuple[Block, Step | None]:
        """The block, and before which step; None for its end. Only of a valid form."""
        return self.places.step_at(self.cleaned_data["place"])


class BlockPlaceForm(PlaceForm):
    """Another place for a block."""

    def __init__(self, actor: Actor, block: Block, data: Any = None) -> None:
        super().__init__(actor, data)
        self.offer(self.places.for_block(block))

    @property
    def before(self) -> Block | None:
        """Before which block; None for the end of the day. Only of a valid form."""
        return self.places.block_at(self.cleaned_data["place"])


class NewBlockForm(PlaceForm):
    """A block to add: one of a programme, with its usual steps, or an empty one."""

    what = forms.ChoiceField(
        label="Blok",
        error_messages={
            "required": "Kies een blok.",
            "invalid_choice": "Kies een blok uit de lijst.",
        },
    )
    title = forms.CharField(
        label="Titel",
        help_text="Laat leeg om de gewone titel te houden.",
        required=False,
        max_length=80,
        error_messages={"max_length": TOO_LONG},
    )
    field_order = ("what", "title", "place")

    def __init__(self, actor: Actor, data: Any = None, place: str = END) -> None:
        super().__init__(actor, data, initial={"place": place})
        self.offer(self.places.for_block())
        self.offers: Offers = offered_blocks(actor)
        field = self.fields["what"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = self.offers.choices

    @property
    def content(self) -> BlockContent:
        """What to add. Only of a valid form."""
        return self.offers.block(self.cleaned_data["what"], self.cleaned_data["title"])

    @property
    def before(self) -> Block | None:
        """Before which block; None for the end of the day. Only of a valid form."""
        return self.places.block_at(self.cleaned_data["place"])


class NewStepForm(PlaceForm):
    """A step to add to a block, in one of the phases of its instrument."""

    phase = forms.ChoiceField(
        label="Wat gebeurt er",
        error_messages={"required": "Kies wat er gebeurt.", "invalid_choice": "Kies uit de lijst."},
    )
    title = title_field("Geef de stap een titel.")
    minutes = minutes_field("Minuten", 0.5)
    prompt = forms.CharField(
        label="Opdracht op ieders scherm",
        required=False,
        max_length=600,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("phase", "title", "minutes", "prompt", "place")

    def __init__(self, actor: Actor, block: Block, data: Any = None) -> None:
        super().__init__(actor, data, initial={"minutes": 5, "place": last_in(block)})
        self.offer(self.places.in_block(block))
        kind = kind_called(block.instrument)
        field = self.fields["phase"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = list(kind.phases.items()) if kind else []

    @property
    def content(self) -> StepContent:
        """What to add. Only of a valid form."""
        data = self.cleaned_data
        return StepContent(
            title=data["title"],
            phase=data["phase"],
            minutes=data["minutes"],
            prompt=tidy(data["prompt"]),
        )

    @property
    def before(self) -> Step | None:
        """Before which step; None for the end of the block. Only of a valid form."""
        return self.places.step_at(self.cleaned_data["place"])[1]
