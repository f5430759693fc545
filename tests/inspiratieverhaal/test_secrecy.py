"""What somebody prepared to tell is in no byte to anyone else, whatever they ask for."""

import pytest
from django.urls import reverse

from scholendag.agenda.copying import copy_agenda
from scholendag.agenda.models import LogEntry
from scholendag.inspiratieverhaal.guiding import GUIDING
from scholendag.inspiratieverhaal.models import Picture, Showing, Story
from scholendag.instruments.registry import instrument_called
from scholendag.live import audiences
from scholendag.rehearsal.copying import copy_day
from scholendag.sessies.actors import HELPERS
from scholendag.sessies.models import AccessLink
from tests.cast import SessieFactory
from tests.roles import link_of

pytestmark = pytest.mark.django_db
Role = AccessLink.Role
SECRET = "Ik wilde zelf ooit stoppen"


@pytest.fixture
def prepared(telling):
    """A whole story, with two pictures of which none is shown."""
    for question in GUIDING:
        telling.types(question.name, f"{SECRET}: {question.name}")
    telling.picture("Geheime foto")
    telling.picture("Nog een geheime foto")
    return telling


@pytest.mark.parametrize("phase", ["uitleg", "luisteren", "geraakt", "vragen"])
def test_no_page_of_the_day_says_what_was_prepared(prepared, phase):
    prepared.run(phase)
    for name, page in prepared.pages().items():
        assert SECRET not in page, name
        assert "eheime foto" not in page, name


@pytest.mark.parametrize("phase", ["uitleg", "luisteren"])
def test_only_the_teller_has_it_before_them(prepared, phase):
    prepared.run(phase)
    assert SECRET in prepared.role_page()
    others = [link_of(prepared.cast.sessie, role, "Joris") for role in HELPERS]
    for link in others:
        if link.role != Role.MEDEBEGELEIDER:
            assert SECRET not in prepared.role_page(link), link.role


def test_nothing_that_is_pushed_says_it_to_others(
    telling, sent, django_capture_on_commit_callbacks
):
    telling.run("luisteren")
    with django_capture_on_commit_callbacks(execute=True):
        telling.types("need", SECRET)
        telling.fatma.post(telling.url("ready"))
        first, second = telling.picture("Geheime foto"), telling.picture("Tweede")
        telling.shows(second)
        telling.shows(None, seen=second)
    hearing = {audience for audience, message in sent if SECRET in str(message)}
    assert hearing == {audiences.link(telling.link.pk)}
    assert first.alt not in str(sent)


def test_nobody_else_opens_or_changes_the_preparation(prepared):
    cast, picture = prepared.cast, Picture.objects.first()
    others = [cast.client(who) for who in (None, cast.anna, cast.marieke, cast.olaf, cast.zoe)]
    others += [
        cast.client(link_of(cast.sessie, role, "Joris"))
        for role in HELPERS
        if role != Role.VERTELLER
    ]
    others.append(cast.client(link_of(cast.other_sessie, Role.VERTELLER, "Fatma")))
    for client in others:
        answers = [
            client.get(prepared.url("prepare")),
            prepared.types("need", "Van mij", client=client),
            client.post(prepared.url("ready")),
            client.post(prepared.url("not-ready")),
            prepared.uploads(b"x", client=client),
            client.post(prepared.url("describe", picture.pk), {"alt": "Van mij"}),
            client.post(prepared.url("move", picture.pk, "omlaag")),
            client.post(prepared.url("remove", picture.pk)),
            client.get(prepared.url("picture", picture.pk)),
        ]
        assert {answer.status_code for answer in answers} == {404}
    assert prepared.story.need == f"{SECRET}: need"
    assert [one.alt for one in Picture.objects.all()] == ["Geheime foto", "Nog een geheime foto"]


def test_the_coach_has_no_way_in_from_the_agenda(prepared):
    coach = prepared.cast.client(prepared.cast.marieke)
    agenda = coach.get(reverse("agenda:prepare", args=[prepared.cast.sessie.pk])).content.decode()
    assert prepared.url("prepare") not in agenda
    url = reverse("stage:prepare-block", args=[prepared.block.pk])
    assert url not in agenda
    assert coach.get(url).status_code == 404


def test_another_teller_touches_none_of_it(prepared):
    cast, picture = prepared.cast, Picture.objects.first()
    joris = cast.client(link_of(cast.sessie, Role.VERTELLER, "Joris"))
    for answer in (
        joris.get(prepared.url("picture", picture.pk)),
        joris.post(prepared.url("describe", picture.pk), {"alt": "Van mij"}),
        joris.post(prepared.url("move", picture.pk, "omlaag")),
        joris.post(prepared.url("remove", picture.pk)),
    ):
        assert answer.status_code == 404
    assert SECRET not in joris.get(prepared.url("prepare")).content.decode()
    assert Picture.objects.count() == 2


def test_it_does_not_travel_to_another_day_nor_into_a_rehearsal(prepared):
    prepared.run("luisteren")
    prepared.shows(Picture.objects.first())
    other = SessieFactory.create(school=prepared.cast.sessie.school)
    for block, new in copy_agenda(prepared.cast.sessie, other):
        instrument_called(block.instrument).copy(block, new)
    copy_day(prepared.cast.sessie)
    assert (Story.objects.count(), Picture.objects.count(), Showing.objects.count()) == (1, 2, 1)


def test_the_log_says_nothing_of_it(prepared):
    assert SECRET not in str(list(LogEntry.objects.values()))


def test_it_goes_with_the_day(prepared):
    prepared.run("luisteren")
    prepared.shows(Picture.objects.first())
    prepared.cast.sessie.delete()
    assert (Story.objects.count(), Picture.objects.count(), Showing.objects.count()) == (0, 0, 0)
