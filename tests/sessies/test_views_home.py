"""The home page, for a visitor and for a begeleider."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests.cast import Cast, SessieFactory


class TestHome:
    def test_a_visitor_finds_the_way_in(self, cast: Cast) -> None:
        assert cast.sessie
        html = cast.client().get("/").content.decode()
        assert 'name="code"' in html
        assert "Inloggen voor begeleiders" in html
        assert cast.sessie.code not in html

    def test_a_coach_finds_their_own_days(self, cast: Cast) -> None:
        assert cast.olaf
        html = cast.client(cast.marieke).get("/").content.decode()
        assert "De Wilgenboom" in html
        assert "Het Kompas" not in html
        for path in ("", "voorbereiden/", "delen/"):
            assert f'href="/begeleiden/{cast.sessie.pk}/{path}"' in html
        assert 'href="/dagen/nieuw/"' in html

    def test_days_to_come_stand_first_and_past_days_last(self, cast: Cast) -> None:
        school = cast.sessie.school
        for title, days in [("Vorig jaar", -300), ("Straks", 300), ("Laatst", -3), ("Snel", 3)]:
            at = timezone.now() + timedelta(days=days)
            SessieFactory.create(school=school, title=title, starts_at=at)
        context = cast.client(cast.marieke).get("/").context
        assert [day.sessie.title for day in context["upcoming"]][1:] == ["Snel", "Straks"]
        assert [day.sessie.title for day in context["past"]] == ["Laatst", "Vorig jaar"]

    def test_a_time_is_written_the_dutch_way(self, cast: Cast) -> None:
        starts_at = timezone.now().replace(year=2030, month=7, day=5, hour=11, minute=30)
        SessieFactory.create(school=cast.sessie.school, starts_at=starts_at)
        html = cast.client(cast.marieke).get("/").content.decode()
        assert "vrijdag 5 juli 2030, 13.30 uur" in html

    def test_the_list_costs_the_same_queries_whatever_its_length(
        self, cast: Cast, django_assert_num_queries: Any
    ) -> None:
        client = cast.client(cast.marieke)
        for _ in range(2):
            with django_assert_num_queries(4):
                client.get("/")
            SessieFactory.create_batch(2, school=cast.sessie.school)
