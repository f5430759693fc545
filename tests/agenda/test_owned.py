"""Programmes of one's own: saved from a day, read from a file, copied, and of nobody else."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda import owned, running
from scholendag.agenda.content import check
from scholendag.agenda.models import Programme
from scholendag.agenda.programme_forms import LARGEST
from scholendag.agenda.programmes import load_programmes
from scholendag.agenda.queries import steps_of
from scholendag.agenda.reading import read_programme
from scholendag.agenda.writing import written
from scholendag.sessies.models import AccessLink, Sessie
from tests.cast import Cast

NEW = "/dagen/nieuw/"
LIST = "/programmas/"


def save(cast: Cast, day: Sessie, **fields: Any) -> HttpResponse:
    url = reverse("agenda:save-programme", args=[day.pk])
    return cast.client(cast.marieke).post(url, {"title": "Mijn dag"} | fields)


def send(cast: Cast, file: bytes, name: str = "dag.yaml") -> HttpResponse:
    upload = SimpleUploadedFile(name, file)
    return cast.client(cast.marieke).post(reverse("agenda:import-programme"), {"file": upload})


def own(cast: Cast) -> list[Programme]:
    return list(cast.marieke.programmes.all())


@pytest.fixture
def file(cast: Cast, programme: Programme) -> bytes:
    """The small programme as a file, with instruments and phases that there are."""
    return written(check(programme.content)).encode()


def test_a_day_is_kept_with_all_that_was_changed_in_it(cast: Cast, day: Sessie) -> None:
    step = steps_of(day.pk)[0]
    step.title, step.prompt, step.skipped_at = "Anders", "", timezone.now()
    step.save()
    assert save(cast, day, summary="Voor ons").status_code == 302
    [mine] = own(cast)
    content = check(mine.content)
    assert (mine.title, mine.summary) == ("Mijn dag", "Voor ons")
    assert [one.title for block in content.blocks for one in block.steps] == [
        "Anders",
        "Plan",
        "Praten",
        "Stilte",
    ]


def test_one_of_ones_own_can_be_replaced(cast: Cast, day: Sessie) -> None:
    save(cast, day)
    [mine] = own(cast)
    steps_of(day.pk)[0].delete()
    save(cast, day, title="Beter", instead_of=mine.pk)
    [again] = own(cast)
    assert (again.pk, again.slug, again.title) == (mine.pk, mine.slug, "Beter")
    assert len(check(again.content).blocks[0].steps) == 1


def test_nobody_replaces_sees_or_throws_away_what_is_not_theirs(
    cast: Cast, day: Sessie, programme: Programme
) -> None:
    of_olaf = owned.save_own(cast.olaf, check(programme.content))
    for other in (of_olaf, programme):
        response = save(cast, day, instead_of=other.pk)
        assert response.status_code == 422
        url = reverse("agenda:delete-programme", args=[other.slug])
        assert cast.client(cast.marieke).post(url).status_code == 404
    url = reverse("agenda:export-programme", args=[of_olaf.slug])
    assert cast.client(cast.marieke).get(url).status_code == 404
    assert of_olaf.slug not in cast.client(cast.marieke).get(LIST).content.decode()
    fields = {"school": cast.sessie.school.pk, "programme": of_olaf.pk, "title": "Dag"}
    fields |= {"date": timezone.localdate().isoformat(), "time": "23:00"}
    assert cast.client(cast.marieke).post(NEW, fields).status_code == 422
    assert Programme.objects.count() == 2


def test_throwing_one_away_leaves_the_days_that_were_made_from_it(cast: Cast, day: Sessie) -> None:
    save(cast, day)
    [mine] = own(cast)
    url = reverse("agenda:delete-programme", args=[mine.slug])
    assert cast.client(cast.marieke).get(url).status_code == 405
    assert cast.client(cast.marieke).post(url).status_code == 302
    assert own(cast) == []
    assert steps_of(day.pk).count() == 4


def test_who_coaches_by_a_link_is_told_that_it_takes_an_account(cast: Cast, day: Sessie) -> None:
    link = AccessLink.objects.create(
        sessie=day, role=AccessLink.Role.MEDEBEGELEIDER, holder="Joris"
    )
    client = cast.client()
    client.get(reverse("stage:rol", args=[link.token]))
    url = reverse("agenda:save-programme", args=[day.pk])
    for response in (client.get(url), client.post(url, {"title": "Van Joris"})):
        assert "Een sjabloon hoort bij een account" in response.content.decode()
    assert not Programme.objects.exclude(owner=None).exists()
    assert client.get(reverse("agenda:export-day", args=[day.pk])).status_code == 200


def test_a_file_makes_a_programme_and_a_programme_makes_that_file(cast: Cast, file: bytes) -> None:
    assert send(cast, file).status_code == 302
    [mine] = own(cast)
    url = reverse("agenda:export-programme", args=[mine.slug])
    response = cast.client(cast.marieke).get(url)
    assert response["Content-Disposition"] == 'attachment; filename="kleine-dag.yaml"'
    assert read_programme(response.content).blocks == read_programme(file).blocks


def test_the_agenda_of_a_day_is_a_file_that_can_be_read(cast: Cast, day: Sessie) -> None:
    response = cast.client(cast.marieke).get(reverse("agenda:export-day", args=[day.pk]))
    assert send(cast, response.content).status_code == 302
    assert [one.title for one in own(cast)] == ["Onze dag"]
    assert cast.client(cast.olaf).get(response.request["PATH_INFO"]).status_code == 404


def test_a_file_with_mistakes_leaves_nothing_and_names_them_all(cast: Cast, file: bytes) -> None:
    wrong = file.replace(b"minutes: 5", b"minutes: vijf").replace(b"checkin", b"koor")
    response = send(cast, wrong)
    page = response.content.decode()
    assert response.status_code == 422
    assert "minutes: moet een getal zijn" in page
    assert "phase: het instrument koor kent gesprek niet" in page
    assert page.count("<li>regel ") == 3
    assert own(cast) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", "Dit bestand is leeg."),
        (b"#" * (LARGEST + 1), "te groot"),
        (b"\x89PNG\r\n\x1a\n\x00", "is geen tekst"),
        (b"a: &a [1]\nb: *a", "regel 2: een verwijzing"),
        (b"title: <script>x</script>\nfoo<script>: 1", "foo&lt;script&gt;"),
    ],
)
def test_what_is_no_programme_is_refused(cast: Cast, given: bytes, words: str) -> None:
    response = send(cast, given)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert own(cast) == []


def test_a_list_holds_only_so_many(
    cast: Cast, file: bytes, day: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owned, "MOST", 1)
    assert send(cast, file).status_code == 302
    assert send(cast, file).status_code == 409
    assert save(cast, day).status_code == 409
    assert len(own(cast)) == 1


def test_loading_what_comes_along_leaves_ones_own(cast: Cast, file: bytes) -> None:
    send(cast, file)
    load_programmes()
    [mine] = own(cast)
    assert mine.title == "Kleine dag"


def test_a_day_is_made_like_an_earlier_one_without_what_happened(cast: Cast, day: Sessie) -> None:
    running.start(day, cast.coach)
    step = steps_of(day.pk)[1]
    step.title, step.skipped_at = "Van toen", timezone.now()
    step.save()
    fields = {
        "school": cast.sessie.school.pk,
        "earlier": day.pk,
        "title": "Nog een keer",
        "date": (timezone.localdate() + timedelta(days=9)).isoformat(),
        "time": "09:00",
    }
    assert cast.client(cast.marieke).post(NEW, fields).status_code == 302
    made = Sessie.objects.get(title="Nog een keer")
    steps = list(steps_of(made.pk))
    assert [one.title for one in steps] == ["Hallo", "Van toen", "Praten", "Stilte"]
    assert not any(one.is_skipped or one.planned_at for one in steps)
    assert made.progress.started_at is None
    assert made.links.count() == 3


def test_the_day_of_another_school_is_not_copied(cast: Cast, programme: Programme) -> None:
    cast.step("uitleg", "uitleg")
    theirs = cast.other_sessie
    fields = {"school": cast.sessie.school.pk, "earlier": theirs.pk, "title": "Gestolen"}
    fields |= {"date": timezone.localdate().isoformat(), "time": "23:00"}
    response = cast.client(cast.marieke).post(NEW, fields)
    assert response.status_code == 422
    assert "Kies een dag uit de lijst." in response.content.decode()
    assert not Sessie.objects.filter(title="Gestolen").exists()
