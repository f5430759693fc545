"""While the story is told, its teller or the coach says which picture everyone sees."""

import pytest

from scholendag.inspiratieverhaal.models import Showing
from scholendag.live import audiences
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.actors import HELPERS, link_cookie
from scholendag.sessies.models import AccessLink
from tests.cast import PageClient
from tests.roles import link_of

pytestmark = pytest.mark.django_db
Role = AccessLink.Role


@pytest.fixture
def told(telling):
    """The story is being told; there are two pictures."""
    telling.first, telling.second = telling.picture("Het plein"), telling.picture("De gang")
    telling.run("luisteren")
    return telling


def audience(told):
    """The browsers of everyone of the day."""
    cast = told.cast
    scherm = ensure_links(cast.sessie)[Role.SCHERM]
    screen = PageClient()
    screen.get(f"/scherm/{scherm.token}/")
    assert link_cookie(scherm) in screen.cookies
    joris = cast.client(link_of(cast.sessie, Role.MEDEBEGELEIDER))
    return [cast.client(cast.anna), cast.client(cast.marieke), joris, screen]


def outsiders(told):
    cast = told.cast
    task = [role for role in HELPERS if role not in (Role.VERTELLER, Role.MEDEBEGELEIDER)]
    others = [cast.client(who) for who in (None, cast.zoe, cast.olaf)]
    return others + [cast.client(link_of(cast.sessie, role, "Ravi")) for role in task]


def looks(told, client, picture):
    return client.get(told.url("picture", picture.pk))


def test_nothing_is_shown_until_someone_presses(told):
    for name, page in told.pages().items():
        assert "<img" not in page, name
    assert "Toon de eerste foto" in told.role_page()


def test_everyone_sees_the_picture_that_is_shown_and_only_that(told):
    told.shows(told.first)
    told.shows(told.second, seen=told.first)
    pages = told.pages()
    for name in ("anna", "marieke", "joris", "scherm"):
        assert 'alt="De gang"' in pages[name]
        assert "Het plein" not in pages[name]
    assert "De gang" not in pages["schoolleider"]
    for client in audience(told):
        shown = looks(told, client, told.second)
        assert shown.status_code == 200
        assert shown["Content-Type"] == "image/jpeg"
        assert shown["X-Content-Type-Options"] == "nosniff"
        assert "private" in shown["Cache-Control"]
        assert shown.content == bytes(told.second.data)
        assert looks(told, client, told.first).status_code == 404
    for client in outsiders(told):
        assert looks(told, client, told.second).status_code == 404


def test_the_teller_always_sees_their_own(told):
    for picture in (told.first, told.second):
        assert looks(told, told.fatma, picture).status_code == 200
    told.link.revoke()
    assert looks(told, told.fatma, told.first).status_code == 404


def test_when_the_story_is_over_nobody_else_can_look_any_more(told):
    told.shows(told.first)
    told.run("geraakt")
    for client in audience(told):
        assert looks(told, client, told.first).status_code == 404
    late = told.shows(told.second, seen=told.first)
    assert late.status_code == 422
    assert "wordt nu niet verteld" in late.content.decode()


def test_it_is_pushed_to_everyone_at_once(told, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        told.shows(told.first)
    sessie = told.cast.sessie.pk
    hears = {name for name, message in sent if "Het plein" in str(message)}
    assert hears == {audiences.everyone(sessie)}
    assert {name for name, _ in sent} == {
        audiences.everyone(sessie),
        audiences.coaches(sessie),
        audiences.helpers(sessie, "verteller"),
    }


def test_the_coach_can_press_too_and_take_it_away(told):
    coach = told.cast.client(told.cast.marieke)
    assert "2 foto's, nu niet te zien" in told.pages()["marieke"]
    assert told.shows(told.first, client=coach).status_code == 200
    assert "1 van 2" in told.pages()["marieke"]
    assert told.shows(None, seen=told.first, client=coach).status_code == 200
    assert not Showing.objects.exists()


def test_who_presses_at_the_same_moment_skips_no_picture(told):
    told.shows(told.first)
    late = told.shows(told.second, client=told.cast.client(told.cast.marieke))
    assert late.status_code == 422
    assert "Er koos net iemand anders een foto" in late.content.decode()
    assert Showing.objects.get().picture == told.first
    assert told.shows(told.first).status_code == 200


@pytest.mark.parametrize("seen", ["x", "-1", "9" * 40, "1" * 18])
def test_a_strange_answer_to_what_was_seen_changes_nothing(told, seen):
    told.shows(told.first)
    url = told.url("show", told.block.pk, told.second.pk)
    assert told.fatma.post(url, {"seen": seen}).status_code == 422
    assert Showing.objects.get().picture == told.first


def test_others_choose_no_picture(told):
    for client in [told.cast.client(told.cast.anna), *outsiders(told)]:
        assert told.shows(told.first, client=client).status_code == 404
        assert told.shows(None, client=client).status_code == 404
    assert not Showing.objects.exists()


def test_a_picture_that_is_taken_away_leaves_the_screens(
    told, sent, django_capture_on_commit_callbacks
):
    told.shows(told.first)
    with django_capture_on_commit_callbacks(execute=True):
        told.fatma.post(told.url("remove", told.first.pk))
    assert audiences.everyone(told.cast.sessie.pk) in {name for name, _ in sent}
    assert "<img" not in told.pages()["anna"]


def test_the_pictures_of_a_withdrawn_teller_are_not_offered(told):
    told.link.revoke()
    assert "Toon de eerste foto" not in told.pages()["marieke"]


def test_the_teller_has_a_time_light_and_cues_and_the_others_have_not(told):
    told.types("need", "Eerlijkheid")
    page = told.role_page()
    assert 'id="tijdlicht"' in page
    assert 'class="clock"' in page
    assert "Eerlijkheid" in page
    for other in told.pages().values():
        assert "tijdlicht" not in other


def test_the_page_of_a_deelnemer_asks_no_more_however_many_pictures_there_are(
    told, django_assert_max_num_queries
):
    url = f"/dag/{told.cast.sessie.code}/"
    client = told.cast.client(told.cast.anna)
    for number in range(5):
        told.picture(f"Foto {number}")
    told.shows(told.first)
    client.get(url)
    with django_assert_max_num_queries(14):
        assert len(client.get(url).content) < 20_000
