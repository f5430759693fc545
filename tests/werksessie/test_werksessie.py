"""The duo's lesson designs: one writes, the other reads along, nobody else, unless shared."""

import pytest
from django.urls import reverse

from scholendag.breakouts.models import Division, Room, Seat
from scholendag.live import audiences
from scholendag.werksessie.models import LessonPlan
from scholendag.werksessie.queries import plans_of

pytestmark = pytest.mark.django_db
TEXT = "Leerlingen kunnen vertellen wat een breuk is."


@pytest.fixture
def step(cast):
    return cast.step("werksessie", "ronde-a", grouping="duo", division="duos")


@pytest.fixture
def room(cast, step):
    """Anna, who writes, and Bram; Cas sits elsewhere."""
    division = Division.objects.create(
        sessie=cast.sessie, key="duos", kind="duo", fixed_at=cast.sessie.starts_at
    )
    room = Room.objects.create(division=division, number=1, writer=cast.anna)
    elsewhere = Room.objects.create(division=division, number=2, writer=cast.cas)
    for person, place in ((cast.anna, room), (cast.bram, room), (cast.cas, elsewhere)):
        Seat.objects.create(division=division, room=place, participant=person)
    return room


@pytest.fixture
def plan(step, room):
    return plans_of(step.block, room)[0]


def write(client, plan, **texts):
    return client.post(reverse("werksessie:write", args=[plan.pk]), texts or {"aim": TEXT})


def to(person):
    return audiences.participant(person.pk)


def page_of(cast, who):
    url = reverse("stage:deelnemer", args=[cast.sessie.code])
    return cast.client(who).get(url).content.decode()


def test_there_is_one_plan_for_each_of_the_room_however_often_it_is_opened(step, room):
    first = plans_of(step.block, room)

    assert [plan.owner.name for plan in first] == ["Anna", "Bram"]
    assert plans_of(step.block, room) == first


def test_the_writer_writes_and_only_the_room_reads_along(
    cast, plan, room, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = write(cast.client(cast.anna), plan)

    assert answer.status_code == 200
    assert "Bewaard" in answer.content.decode()
    told = {audience for audience, message in sent if TEXT in str(message)}
    assert told == {audiences.room(room.pk), to(cast.anna)}
    assert TEXT in page_of(cast, cast.bram)
    assert TEXT not in page_of(cast, cast.cas)


def test_who_does_not_hold_the_pen_is_told_so_and_changes_nothing(cast, plan):
    write(cast.client(cast.anna), plan)

    answer = write(cast.client(cast.bram), plan, aim="Iets anders")

    assert answer.status_code == 422
    assert "Iemand anders schrijft nu voor jullie" in answer.content.decode()
    plan.refresh_from_db()
    assert plan.aim == TEXT


@pytest.mark.parametrize("outsider", ["cas", "zoe", "olaf", None])
def test_nobody_outside_the_room_reaches_the_plan(cast, plan, outsider):
    who = getattr(cast, outsider) if outsider else None

    assert write(cast.client(who), plan).status_code == 404
    assert LessonPlan.objects.get(pk=plan.pk).is_empty


def test_a_text_that_is_too_long_is_refused_and_the_old_one_stays(cast, plan):
    write(cast.client(cast.anna), plan)

    answer = write(cast.client(cast.anna), plan, aim="a" * 601)

    assert answer.status_code == 422
    assert "600" in answer.content.decode()
    plan.refresh_from_db()
    assert plan.aim == TEXT


def test_a_device_that_is_behind_leaves_the_other_fields_alone(cast, plan):
    write(cast.client(cast.anna), plan, aim=TEXT)
    write(cast.client(cast.anna), plan, activities="Samen een taart verdelen")

    plan.refresh_from_db()
    assert (plan.aim, plan.activities) == (TEXT, "Samen een taart verdelen")


def test_the_other_device_of_the_writer_is_shown_what_was_typed(
    cast, plan, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        write(cast.client(cast.anna), plan)

    [frame] = [str(message) for audience, message in sent if audience == to(cast.anna)]
    assert f"#les-{plan.pk}-velden" in frame
    assert TEXT in frame


def test_hostile_text_is_shown_as_text(cast, plan):
    write(cast.client(cast.anna), plan, aim="<script>alert(1)</script>")

    assert "<script>alert" not in page_of(cast, cast.bram)


def test_a_shared_plan_is_for_everyone_and_can_be_taken_back(cast, step, plan):
    write(cast.client(cast.anna), plan)
    share = reverse("werksessie:share", args=[plan.pk])
    step.phase = "delen"
    step.save()
    assert TEXT not in page_of(cast, cast.cas)

    cast.client(cast.anna).post(share)
    assert TEXT in page_of(cast, cast.cas)

    cast.client(cast.anna).post(reverse("werksessie:unshare", args=[plan.pk]))
    assert TEXT not in page_of(cast, cast.cas)


def test_sharing_twice_does_not_undo_it_nor_does_keeping_it_twice(cast, plan):
    for verb, is_shared in (("share", True), ("unshare", False)):
        for _ in range(2):
            cast.client(cast.anna).post(reverse(f"werksessie:{verb}", args=[plan.pk]))
        plan.refresh_from_db()
        assert plan.is_shared is is_shared


def test_when_lessons_are_shared_your_own_is_at_hand_to_share(cast, step, plan):
    step.phase = "delen"
    step.save()
    share = reverse("werksessie:share", args=[plan.pk])
    assert share not in page_of(cast, cast.anna)

    write(cast.client(cast.anna), plan)

    assert share in page_of(cast, cast.anna)
    assert share not in page_of(cast, cast.bram)
    assert TEXT not in page_of(cast, cast.bram)


def test_a_colleague_cannot_share_what_is_not_theirs(cast, room, plan):
    write(cast.client(cast.anna), plan)

    for verb in ("share", "unshare"):
        url = reverse(f"werksessie:{verb}", args=[plan.pk])
        assert cast.client(cast.bram).post(url).status_code == 404
        assert cast.client(cast.cas).post(url).status_code == 404
    plan.refresh_from_db()
    assert not plan.is_shared


def test_after_the_day_nothing_is_written(cast, plan):
    cast.sessie.closed_at = cast.sessie.starts_at
    cast.sessie.save()

    assert write(cast.client(cast.anna), plan).status_code == 422


def test_a_trio_reads_how_to_divide_the_time(cast, step, room):
    Seat.objects.filter(participant=cast.cas).update(room=room)

    assert "6 minuten en 40 seconden" in page_of(cast, cast.anna)


def test_who_is_moved_takes_the_plan_along(cast, step, room, plan):
    write(cast.client(cast.anna), plan)
    elsewhere = Room.objects.get(number=2)
    Seat.objects.filter(participant=cast.anna).update(room=elsewhere)

    owners = {plan.owner.name: plan.aim for plan in plans_of(step.block, elsewhere)}

    assert owners == {"Anna": TEXT, "Cas": ""}


def test_last_words_of_who_gave_the_pen_away_come_beside_what_is_there(cast, plan, room):
    write(cast.client(cast.anna), plan, aim=TEXT)
    room.writer = cast.bram
    room.save()
    write(cast.client(cast.bram), plan, aim="Kijk: " + TEXT, base=TEXT)

    assert write(cast.client(cast.anna), plan, aim=TEXT + " Ja.", base=TEXT).status_code == 200
    plan.refresh_from_db()
    assert plan.aim == "Kijk: " + TEXT + " Ja."


def test_an_old_text_never_replaces_newer_words(cast, plan):
    write(cast.client(cast.anna), plan, aim="Rekenen")

    answer = write(cast.client(cast.anna), plan, aim="Taal", base="Lezen")
    assert answer.status_code == 409
    assert "Rekenen" in answer.content.decode()
    assert LessonPlan.objects.get(pk=plan.pk).aim == "Rekenen"


def test_who_only_reads_a_shared_plan_adds_nothing_to_it(cast, plan):
    write(cast.client(cast.anna), plan, aim=TEXT)
    cast.client(cast.anna).post(reverse("werksessie:share", args=[plan.pk]))

    assert write(cast.client(cast.cas), plan, aim=TEXT + " Ja.", base=TEXT).status_code == 422
    assert LessonPlan.objects.get(pk=plan.pk).aim == TEXT
