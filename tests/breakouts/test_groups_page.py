"""The page on which all groups of a day are prepared, and the presses on its panels."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import LogEntry
from scholendag.breakouts import actions, addresses, arranging
from scholendag.breakouts.models import Address, Division, Wish
from scholendag.sessies.models import AccessLink, Participant, Sessie
from tests.breakouts.groups import crowd, fixed, members, seated
from tests.cast import Cast, PageClient
from tests.roles import link_of

ANNA = "anna@wilgenboom.example"
PRESSES = ("take-over", "update", "link-many")
FORMS = ("wish", "addresses", "clear-addresses")


def url(sessie: Sessie, name: str, *args: object) -> str:
    return reverse(f"breakouts:{name}", args=[sessie.pk, *args])


@pytest.fixture
def coach(cast: Cast) -> PageClient:
    cast.step("checkin", "checkin", grouping="trio", title="Check-in", division="check-in")
    cast.step("datamuur", "lezen", running=False, grouping="trio", division="wall")
    return cast.client(cast.marieke)


def test_every_division_of_the_agenda_can_be_made_beforehand(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 6)
    actions.divide(cast.sessie, "wall", "trio")
    page = coach.get(url(cast.sessie, "groups")).text.partition("<main")[2]
    assert page.index('id="indeling-check-in"') < page.index('id="indeling-wall"')
    assert page.count("Maak groepjes") == 1
    assert page.count("Zet vast") == 1


def test_a_medebegeleider_by_link_prepares_too_and_others_do_not(
    cast: Cast, coach: PageClient
) -> None:
    cast.anna  # noqa: B018 - joins now
    link = link_of(cast.sessie, AccessLink.Role.MEDEBEGELEIDER)
    assert cast.client(link).get(url(cast.sessie, "groups")).status_code == 200
    redacteur = link_of(cast.sessie, AccessLink.Role.DATAREDACTEUR)
    for who in (cast.olaf, cast.anna, cast.zoe, redacteur, None):
        answer = cast.client(who).get(url(cast.sessie, "groups"))
        assert answer.status_code == 404
        assert "Anna" not in answer.text


def test_others_cannot_press_anything_here(cast: Cast, coach: PageClient) -> None:
    cast.anna  # noqa: B018 - joins now
    division = actions.divide(cast.sessie, "check-in", "trio")
    addresses.store(cast.sessie, {"Anna": ANNA})
    wish = arranging.wish(cast.coach, Wish.Kind.APART, [cast.anna, cast.bram])
    paths = [url(cast.sessie, name, "check-in") for name in PRESSES]
    paths += [url(cast.sessie, name) for name in FORMS]
    paths += [url(cast.sessie, name, "check-in", 1) for name in ("hold", "let-go")]
    paths += [url(cast.sessie, "drop-wish", wish.pk)]
    for who in (cast.olaf, cast.anna, cast.zoe, None):
        for path in paths:
            assert cast.client(who).post(path, {"list": f"Bo, {ANNA}"}).status_code == 404
        assert cast.client(who).get(url(cast.sessie, "zoom-list", "check-in")).status_code == 404
    assert not division.rooms.exclude(held_at=None).exists()
    assert Address.objects.get().name == "Anna"
    assert Wish.objects.count() == 1


def test_a_shuffle_takes_the_way_that_was_filled_in(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 12)
    path = url(cast.sessie, "shuffle", "check-in")
    assert coach.post(path, {"split": "size", "number": "4"}).status_code == 200
    assert [len(room) for room in seated(Division.objects.get())] == [4, 4, 4]
    assert coach.post(path).status_code == 200
    assert [len(room) for room in seated(Division.objects.get())] == [4, 4, 4]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"split": ""}, "Kies hoe je verdeelt."),
        ({"split": "onzin"}, "Zo kun je niet verdelen."),
        ({"split": "size"}, "Typ een getal van 2 tot 50."),
        ({"split": "size", "number": "1"}, "Typ een getal van 2 tot 50."),
        ({"split": "size", "number": "²"}, "Typ een getal van 2 tot 50."),
        ({"split": "rooms", "number": "0"}, "Typ een getal van 1 tot 100."),
        ({"split": "rooms", "number": "veel"}, "Typ een getal van 1 tot 100."),
        ({"split": "rooms", "number": "9" * 5000}, "Typ een getal van 1 tot 100."),
    ],
)
def test_a_way_that_makes_no_sense_is_refused_in_words(
    cast: Cast, coach: PageClient, data: dict[str, str], message: str
) -> None:
    crowd(cast.sessie, 12)
    before = seated(actions.divide(cast.sessie, "check-in", "trio"))
    answer = coach.post(url(cast.sessie, "shuffle", "check-in"), data)
    assert answer.status_code == 422
    assert message in answer.text
    assert seated(Division.objects.get()) == before


def test_a_stale_press_says_who_was_first(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 12)
    division = actions.divide(cast.sessie, "check-in", "trio", by=cast.coach)
    coach.post(url(cast.sessie, "shuffle", "check-in"), {"seen": division.version})
    answer = coach.post(url(cast.sessie, "fix", "check-in"), {"seen": division.version})
    assert answer.status_code == 422
    assert "Marieke de Wit heeft deze groepjes net veranderd." in answer.text
    assert not Division.objects.get().is_fixed


def test_the_groups_of_another_step_are_taken_over(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 12)
    first = fixed(cast.sessie, "check-in")
    path = url(cast.sessie, "take-over", "wall")
    for source in ("", "wall", "onzin"):
        answer = coach.post(path, {"source": source})
        assert answer.status_code == 422
        assert "Kies welke groepjes" in answer.text
    assert coach.post(path, {"source": "check-in"}).status_code == 200
    assert seated(Division.objects.get(key="wall")) == seated(first)


def test_a_room_is_held_and_let_go(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 12)
    division = actions.divide(cast.sessie, "check-in", "trio")
    assert "Laat los" in coach.post(url(cast.sessie, "hold", "check-in", 2)).text
    assert division.rooms.get(number=2).is_held
    assert "Laat los" not in coach.post(url(cast.sessie, "let-go", "check-in", 2)).text
    assert coach.post(url(cast.sessie, "hold", "check-in", 99)).status_code == 404


def test_many_links_are_pasted_at_once(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 9)
    division = actions.divide(cast.sessie, "check-in", "trio")
    actions.link_room(division.rooms.get(number=3), "https://kamer.example/oud")
    text = "https://kamer.example/1\n\n Kamer 2: http://kamer.example/2 \n"
    assert coach.post(url(cast.sessie, "link-many", "check-in"), {"links": text}).status_code == 200
    assert [room.url for room in division.rooms.all()] == [
        "https://kamer.example/1",
        "http://kamer.example/2",
        "https://kamer.example/oud",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Plak eerst de links"),
        ("https://k.example/1\njavascript:alert(1)", "Regel 2: dit is geen link."),
        ("https://k.example/" + "x" * 1000, "Regel 1: deze link is te lang."),
        ("https://k.example\n" * 4, "Je plakte 4 links voor 3 groepjes."),
    ],
)
def test_of_links_with_a_mistake_none_is_kept(
    cast: Cast, coach: PageClient, text: str, message: str
) -> None:
    crowd(cast.sessie, 9)
    division = actions.divide(cast.sessie, "check-in", "trio")
    answer = coach.post(url(cast.sessie, "link-many", "check-in"), {"links": text})
    assert answer.status_code == 422
    assert message in answer.text
    assert text.strip() in answer.text
    assert {room.url for room in division.rooms.all()} == {""}


def test_a_wish_needs_two_people_of_this_day(cast: Cast, coach: PageClient) -> None:
    gone = crowd(cast.sessie, 1)[0]
    Participant.objects.filter(pk=gone.pk).update(removed_at=timezone.now())
    path = url(cast.sessie, "wish")
    for people in ([], [cast.anna.pk], [cast.anna.pk, cast.zoe.pk], [cast.anna.pk, gone.pk], ["x"]):
        answer = coach.post(path, {"kind": "apart", "people": people})
        assert answer.status_code == 422
    both = [cast.anna.pk, cast.bram.pk]
    assert coach.post(path, {"kind": "ruzie", "people": both}).status_code == 422
    assert not Wish.objects.exists()
    assert coach.post(path, {"kind": "apart", "people": both}).status_code == 302
    assert "Anna en Bram" in coach.get(url(cast.sessie, "groups")).text
    coach.post(url(cast.sessie, "drop-wish", Wish.objects.get().pk))
    assert not Wish.objects.exists()


def test_a_list_of_addresses_is_kept_whole_or_not_at_all(cast: Cast, coach: PageClient) -> None:
    cast.anna  # noqa: B018 - joins now
    path = url(cast.sessie, "addresses")
    assert coach.post(path, {"list": f"Anna, {ANNA}"}).status_code == 302
    answer = coach.post(path, {"list": f"Bram, bram@voorbeeld.example\nCas, {ANNA}\nDirk"})
    assert answer.status_code == 422
    assert "Regel 3: hier staat geen e-mailadres." in answer.text
    assert "bram@voorbeeld.example" in answer.text
    assert Address.objects.get().email == ANNA
    assert ANNA not in coach.get(url(cast.sessie, "groups")).text
    coach.post(url(cast.sessie, "clear-addresses"))
    assert not Address.objects.exists()


def test_a_file_with_addresses_will_do_as_well(cast: Cast, coach: PageClient) -> None:
    file = SimpleUploadedFile("lijst.csv", f"naam;adres\nZoë;{ANNA}".encode("cp1252"))
    assert coach.post(url(cast.sessie, "addresses"), {"file": file}).status_code == 302
    assert Address.objects.get().name == "Zoë"
    huge = SimpleUploadedFile("lijst.csv", b"x" * 300_000)
    answer = coach.post(url(cast.sessie, "addresses"), {"file": huge})
    assert answer.status_code == 422
    assert "te groot" in answer.text


def test_the_file_for_zoom_comes_when_every_address_is_there(cast: Cast, coach: PageClient) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    fixed(cast.sessie, "check-in")
    addresses.store(cast.sessie, {"Anna": ANNA})
    path = url(cast.sessie, "zoom-list", "check-in")
    assert "Nog geen e-mailadres van: Bram." in coach.get(path, follow=True).text
    addresses.store(cast.sessie, {"Anna": ANNA, "Bram": "bram@voorbeeld.example"})
    answer = coach.get(path)
    assert answer["Content-Type"].startswith("text/csv")
    assert answer.text.splitlines()[0] == "Pre-assign Room Name,Email Address"
    assert len(answer.text.splitlines()) == 3
    assert coach.get(url(cast.sessie, "zoom-list", "wall")).status_code == 404


def test_a_closed_day_is_only_to_look_at(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 6)
    fixed(cast.sessie, "check-in")
    Sessie.objects.update(closed_at=timezone.now())
    assert "De groepjes blijven zoals ze zijn." in coach.get(url(cast.sessie, "groups")).text
    for name in FORMS:
        assert coach.post(url(cast.sessie, name)).status_code == 404
    for name in ("take-over", "update"):
        answer = coach.post(url(cast.sessie, name, "check-in"), {"source": "wall"})
        assert answer.status_code == 422


def test_who_was_moved_after_fixing_is_in_the_log(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 6)
    old, new = fixed(cast.sessie, "check-in").rooms.all()
    mover = members(old)[0]
    coach.post(url(cast.sessie, "move", "check-in"), {"participant": mover.pk, "room": new.pk})
    assert str(LogEntry.objects.get()) == f"Marieke de Wit verplaatste {mover} naar Groepje 2"
