"""The presses, and who is refused them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.breakouts import actions
from scholendag.breakouts.models import Division, Room
from scholendag.sessies.models import Sessie
from tests.breakouts.groups import crowd, fixed, members, seated
from tests.cast import Cast, PageClient, ParticipantFactory

VERBS = ("make", "shuffle", "fix", "reopen", "move")


def url(sessie: Sessie, verb: str, key: str = "trio", *args: object) -> str:
    return reverse(f"breakouts:{verb}", args=[sessie.pk, key, *args])


def pen(room: Room) -> str:
    return reverse("breakouts:take-pen", args=[room.division.sessie.code, room.pk])


@pytest.fixture
def coach(cast: Cast) -> PageClient:
    cast.step("checkin", "checkin", grouping="trio")
    return cast.client(cast.marieke)


def test_a_coach_makes_shuffles_fixes_and_lets_go(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 24)
    assert "Zet vast" in coach.post(url(cast.sessie, "make")).text
    division = Division.objects.get(sessie=cast.sessie, key="trio", kind="trio")
    before = seated(division)
    assert coach.post(url(cast.sessie, "shuffle")).status_code == 200
    assert seated(division) != before
    assert "Maak los" in coach.post(url(cast.sessie, "fix")).text
    assert "Zet vast" in coach.post(url(cast.sessie, "reopen")).text


def test_a_second_press_on_make_keeps_the_groups_of_the_first(
    cast: Cast, coach: PageClient
) -> None:
    crowd(cast.sessie, 24)
    coach.post(url(cast.sessie, "make"))
    before = seated(Division.objects.get())
    assert coach.post(url(cast.sessie, "make")).status_code == 200
    assert seated(Division.objects.get()) == before


def test_shuffling_what_someone_else_just_fixed_says_so(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 24)
    before = seated(fixed(cast.sessie))
    answer = coach.post(url(cast.sessie, "shuffle"))
    assert answer.status_code == 422
    assert "Deze groepjes staan al vast." in answer.text
    assert seated(Division.objects.get()) == before


def test_groups_without_people_are_refused_in_words(cast: Cast, coach: PageClient) -> None:
    answer = coach.post(url(cast.sessie, "make"))
    assert answer.status_code == 422
    assert "nog niemand binnen" in answer.text


def test_a_coach_moves_someone(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 6)
    old, new = fixed(cast.sessie).rooms.all()
    mover = members(old)[0]
    answer = coach.post(url(cast.sessie, "move"), {"participant": mover.pk, "room": new.pk})
    assert answer.status_code == 200
    assert mover in members(new)


@pytest.mark.parametrize(
    ("who", "where", "message"),
    [
        ("", "", "Kies wie je verplaatst. Kies een groepje."),
        ("zoe", "own", "Deze persoon doet niet meer mee."),
        ("gone", "own", "Deze persoon doet niet meer mee."),
        ("anna", "elsewhere", "Dit groepje is er niet meer."),
        ("anna", "x", "Dit groepje is er niet meer."),
    ],
)
def test_a_move_that_cannot_be_says_why(
    cast: Cast, coach: PageClient, who: str, where: str, message: str
) -> None:
    cast.anna, cast.zoe  # noqa: B018 - they join now
    own = fixed(cast.sessie).rooms.get()
    elsewhere = fixed(cast.other_sessie).rooms.get()
    gone = ParticipantFactory.create(sessie=cast.sessie, removed_at=timezone.now())
    people = {"zoe": cast.zoe.pk, "gone": gone.pk, "anna": cast.anna.pk}
    data = {
        "participant": people.get(who, ""),
        "room": {"own": own.pk, "elsewhere": elsewhere.pk}.get(where, where),
    }
    answer = coach.post(url(cast.sessie, "move"), data)
    assert answer.status_code == 422
    assert message in answer.text
    assert members(own) == [cast.anna]
    assert members(elsewhere) == [cast.zoe]


def test_a_coach_gives_a_room_its_link_and_takes_it_away(cast: Cast, coach: PageClient) -> None:
    cast.anna  # noqa: B018 - joins now
    room = fixed(cast.sessie).rooms.get()
    link = "https://teams.example/l/meetup-join/" + "x" * 400
    coach.post(url(cast.sessie, "link", "trio", 1), {"url": f" {link} "})
    room.refresh_from_db()
    assert room.url == link
    coach.post(url(cast.sessie, "link", "trio", 1), {"url": ""})
    room.refresh_from_db()
    assert room.url == ""


@pytest.mark.parametrize(
    "text",
    ["kamer 4", "javascript:alert(1)", "ftp://kamer.example", "https://x.example/" + "x" * 1000],
)
def test_a_wrong_link_stays_in_the_field_with_what_is_wrong(
    cast: Cast, coach: PageClient, text: str
) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    answer = coach.post(url(cast.sessie, "link", "trio", 2), {"url": text})
    assert answer.status_code == 422
    assert answer.text.count(f'value="{text}"') == 1
    assert answer.text.count("field__error") == 1
    assert {room.url for room in division.rooms.all()} == {""}


def test_a_closed_day_keeps_its_groups(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    old, new = division.rooms.all()
    before = seated(division)
    Sessie.objects.update(closed_at=timezone.now())
    data = {"participant": members(old)[0].pk, "room": new.pk, "url": "https://x.example"}
    for verb in VERBS:
        answer = coach.post(url(cast.sessie, verb), data)
        assert answer.status_code == 422
        assert "De dag is afgesloten." in answer.text
    assert coach.post(url(cast.sessie, "link", "trio", 1), data).status_code == 422
    division.refresh_from_db()
    assert not division.is_fixed
    assert seated(division) == before
    assert division.rooms.get(number=1).url == ""


@pytest.mark.parametrize("verb", VERBS)
def test_others_cannot_touch_the_groups(cast: Cast, coach: PageClient, verb: str) -> None:
    cast.anna  # noqa: B018 - joins now
    division = actions.divide(cast.sessie, "trio", "trio")
    data = {"participant": cast.anna.pk, "room": division.rooms.get().pk}
    before = division.seats.get().pk
    for who in (cast.olaf, cast.anna, cast.zoe, None):
        answer = cast.client(who).post(url(cast.sessie, verb), data)
        assert answer.status_code == 404
        assert "Anna" not in answer.text
    division.refresh_from_db()
    assert not division.is_fixed
    assert division.seats.get().pk == before


def test_others_cannot_set_a_link(cast: Cast) -> None:
    cast.anna  # noqa: B018 - joins now
    room = fixed(cast.sessie).rooms.get()
    for who in (cast.olaf, cast.anna, cast.zoe, None):
        answer = cast.client(who).post(
            url(cast.sessie, "link", "trio", 1), {"url": "https://x.example"}
        )
        assert answer.status_code == 404
    room.refresh_from_db()
    assert room.url == ""


def test_a_key_that_no_step_uses_is_not_found(cast: Cast, coach: PageClient) -> None:
    crowd(cast.sessie, 6)
    for verb in VERBS:
        assert coach.post(url(cast.sessie, verb, "onzin")).status_code == 404
    assert not Division.objects.exists()


def test_groups_change_by_a_press_only(cast: Cast, coach: PageClient) -> None:
    for verb in VERBS:
        assert coach.get(url(cast.sessie, verb)).status_code == 405


def test_a_deelnemer_takes_the_pen_of_the_own_room(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    room = fixed(cast.sessie).rooms.get()
    taker = cast.anna if room.writer == cast.bram else cast.bram
    answer = cast.client(taker).post(pen(room))
    assert f"schrijft {taker.name} op." in answer.text
    room.refresh_from_db()
    assert room.writer == taker


def test_nobody_else_takes_the_pen(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    one, other = fixed(cast.sessie).rooms.all()
    before = one.writer
    outsiders = [members(other)[0], cast.anna, cast.zoe, cast.marieke, cast.olaf, None]
    for who in outsiders:
        answer = cast.client(who).post(pen(one))
        assert answer.status_code == 404
        assert members(one)[0].name not in answer.text
    one.refresh_from_db()
    assert one.writer == before


def test_the_pen_of_a_removed_person_or_an_unfixed_room_stays(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    division = actions.divide(cast.sessie, "trio", "trio")
    room = division.rooms.get()
    before = room.writer
    for who in (cast.anna, cast.bram):
        assert cast.client(who).post(pen(room)).status_code == 404
    actions.fix(division)
    gone = cast.anna if before == cast.bram else cast.bram
    gone.removed_at = timezone.now()
    gone.save(update_fields=["removed_at"])
    assert cast.client(gone).post(pen(room)).status_code == 404
    room.refresh_from_db()
    assert room.writer == before


def test_the_answer_to_a_deelnemer_is_the_room_and_nothing_of_others(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    one, other = fixed(cast.sessie).rooms.all()
    answer = cast.client(members(one)[0]).post(pen(one))
    assert all(person.name in answer.text for person in members(one))
    assert not any(f">{person.name}<" in answer.text for person in members(other))
