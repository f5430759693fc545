"""The list of e-mail addresses, read from what schools have, and the file for Zoom."""

from io import StringIO

import pytest
from django.core.management import call_command

from scholendag.agenda import running
from scholendag.breakouts import actions, addresses, fragments, pages, queries
from scholendag.breakouts.address_list import MOST_LINES, decode, read
from scholendag.breakouts.models import Address
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused
from scholendag.stage import actions as stage
from tests.breakouts.groups import fixed
from tests.cast import Cast, SessieFactory

ANNA, BRAM = "anna@voorbeeld.example", "bram@voorbeeld.example"


@pytest.mark.parametrize("mark", [",", ";", "\t", ", ", " ; "])
def test_every_usual_mark_between_name_and_address_will_do(mark: str) -> None:
    found = read(f"Anna{mark}{ANNA}\n\nBram{mark}{BRAM}\n")
    assert found.found == {"Anna": ANNA, "Bram": BRAM}
    assert found.mistakes == []


@pytest.mark.parametrize(
    "text",
    [
        f"naam;e-mail;bouw\nAnna;{ANNA};Onderbouw",
        f"Voornaam,E-mailadres\r\nAnna,{ANNA}",
        f'"Anna","{ANNA}"',
        f"{ANNA},Anna",
    ],
)
def test_headings_quotes_and_other_columns_do_not_count(text: str) -> None:
    assert read(text).found == {"Anna": ANNA}


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_name_with_an_accent_survives_the_spreadsheet(coding: str) -> None:
    assert read(decode(f"Zoë;{ANNA}".encode(coding))).found == {"Zoë": ANNA}


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("Bram", "Regel 2: hier staat geen e-mailadres."),
        (BRAM, "Regel 2: hier staat geen naam voor het adres."),
        ("Bram, bram@", "Regel 2: bram@ is geen e-mailadres."),
        (f"Anna, {BRAM}", "Regel 2: Anna staat ook al op regel 1."),
        (f"ANNA, {BRAM}", "Regel 2: ANNA staat ook al op regel 1."),
        (f"Bram, {ANNA}", f"Regel 2: {ANNA} staat ook al op regel 1."),
        ("Bram, =cmd@voorbeeld.example", "Regel 2: =cmd@voorbeeld.example is geen e-mailadres dat"),
        ("Bram, +1@voorbeeld.example", "Regel 2: +1@voorbeeld.example is geen e-mailadres dat"),
        (f"{'B' * 41}, {BRAM}", "Regel 2: deze naam is te lang."),
        (f"\x00\x07, {BRAM}", "Regel 2:"),
    ],
)
def test_every_mistake_is_named_by_its_line(line: str, mistake: str) -> None:
    [found] = read(f"Anna, {ANNA}\n{line}").mistakes
    assert found.startswith(mistake)


@pytest.mark.parametrize("text", ["", "\n\n", "naam;adres"])
def test_an_empty_list_says_so(text: str) -> None:
    assert read(text).mistakes == ["Er staat geen naam met een e-mailadres in."]


def test_an_endless_list_is_refused_at_once() -> None:
    assert "Hooguit" in read("x\n" * (MOST_LINES + 1)).mistakes[0]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x00" * 50, bytes(range(256))])
def test_a_file_that_is_no_text_is_only_wrong(data: bytes) -> None:
    assert read(decode(data)).mistakes


def test_the_file_for_zoom_has_a_room_and_an_address_a_line(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    rooms = queries.seatings(fixed(cast.sessie))
    addresses.store(cast.sessie, {"anna": ANNA, "Brám": BRAM})
    assert addresses.zoom_list(cast.sessie, rooms) == (
        "Pre-assign Room Name,Email Address\r\n"
        f"Kamer 1,{ANNA}\r\n"
        f"Kamer 1,{BRAM}\r\n"
    )  # fmt: skip


def test_without_all_addresses_it_says_whose_is_missing(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    rooms = queries.seatings(fixed(cast.sessie))
    assert addresses.lacking(cast.sessie, rooms) is None
    addresses.store(cast.sessie, {"Anna": ANNA, "Dirk": BRAM})
    assert addresses.lacking(cast.sessie, rooms) == ["Bram"]
    assert addresses.unmatched(cast.sessie) == ["Dirk"]
    with pytest.raises(Refused, match="Nog geen e-mailadres van: Bram"):
        addresses.zoom_list(cast.sessie, rooms)


def test_a_new_list_replaces_the_old_one_of_this_day_only(cast: Cast) -> None:
    addresses.store(cast.other_sessie, {"Zoë": ANNA})
    addresses.store(cast.sessie, {"Anna": ANNA})
    addresses.store(cast.sessie, {"Bram": BRAM})
    assert [one.name for one in cast.sessie.addresses.all()] == ["Bram"]
    assert [one.name for one in cast.other_sessie.addresses.all()] == ["Zoë"]


def test_the_addresses_go_when_the_day_is_closed(cast: Cast) -> None:
    addresses.store(cast.sessie, {"Anna": ANNA})
    addresses.store(cast.other_sessie, {"Zoë": ANNA})
    running.end(cast.sessie, None, cast.coach)
    assert [one.name for one in Address.objects.all()] == ["Zoë"]


def test_they_also_go_from_a_day_that_nobody_closed(cast: Cast) -> None:
    addresses.store(cast.other_sessie, {"Zoë": ANNA})
    cast.other_sessie.starts_at -= 2 * addresses.KEEP
    cast.other_sessie.save(update_fields=["starts_at"])
    addresses.store(cast.sessie, {"Anna": ANNA})
    assert [one.name for one in Address.objects.all()] == ["Anna"]


@pytest.fixture
def forgotten(cast: Cast) -> Sessie:
    """Another day, that began long ago and was never closed, with an address."""
    addresses.store(cast.other_sessie, {"Zoë": ANNA})
    cast.other_sessie.starts_at -= 2 * addresses.KEEP
    cast.other_sessie.save(update_fields=["starts_at"])
    return cast.other_sessie


@pytest.mark.usefixtures("forgotten")
def test_a_command_forgets_them_and_keeps_those_of_a_day_to_come(cast: Cast) -> None:
    addresses.store(SessieFactory.create(), {"Bram": BRAM})
    Address.objects.create(sessie=cast.other_sessie, name="Zoë", name_key="zoe", email=ANNA)
    out = StringIO()
    call_command("clear_addresses", stdout=out)
    assert out.getvalue() == "1 addresses forgotten\n"
    assert [one.name for one in Address.objects.all()] == ["Bram"]


def test_a_day_that_begins_or_ends_forgets_those_of_another(cast: Cast, forgotten: Sessie) -> None:
    step = cast.step("uitleg", "uitleg", running=False)
    stage.press(cast.sessie, "start", None, cast.coach)
    assert not Address.objects.exists()

    Address.objects.create(sessie=forgotten, name="Zoë", name_key="zoe", email=ANNA)
    stage.press(cast.sessie, "sluit", step.pk, cast.coach)
    assert not Address.objects.exists()


def test_no_address_is_in_what_anyone_is_shown(cast: Cast) -> None:
    cast.step("checkin", "checkin", grouping="trio")
    cast.anna  # noqa: B018 - joins now
    room = fixed(cast.sessie).rooms.get()
    addresses.store(cast.sessie, {"Anna": ANNA})
    actions.link_room(room, "https://kamer.example/1")
    shown = fragments.render_division(cast.sessie, "trio") + fragments.render_room(room.pk)
    assert "voorbeeld.example" not in shown
    assert "voorbeeld.example" not in str(pages.groups_page(cast.coach))
