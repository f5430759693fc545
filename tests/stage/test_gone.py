"""A day that is thrown away while a page of it is being made."""

import pytest
from django.urls import reverse

from scholendag.sessies.models import Sessie
from scholendag.stage import views

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["looks", "presses"])
def test_a_coach_whose_day_goes_meanwhile_reads_that_it_is_not_there(cast, monkeypatch, way):
    found = views.coach_of

    def found_and_lost(request, pk):
        actor = found(request, pk)
        Sessie.objects.filter(pk=pk).delete()
        return actor

    monkeypatch.setattr(views, "coach_of", found_and_lost)
    client, pk = cast.client(cast.marieke), cast.sessie.pk
    if way == "looks":
        answer = client.get(reverse("stage:begeleider", args=[pk]))
    else:
        answer = client.post(reverse("stage:press", args=[pk, "start"]))
    assert answer.status_code == 404
    assert "Ga naar je overzicht" in answer.content.decode()
