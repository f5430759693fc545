import pytest
from django.http import HttpResponse

from scholendag.sessies import actions
from scholendag.sessies.actors import link_for
from scholendag.sessies.models import AccessLink, Participant
from tests.cast import Cast, PageClient

Role = AccessLink.Role


def outsiders(cast: Cast) -> list[PageClient]:
    """Who has nothing to say here: another coach, a deelnemer, nobody."""
    return [cast.client(cast.olaf), cast.client(cast.anna), cast.client()]


class TestShare:
    def test_shows_the_code_and_every_link(self, cast: Cast) -> None:
        html = (
            cast.client(cast.marieke).get(f"/begeleiden/{cast.sessie.pk}/delen/").content.decode()
        )
        links = actions.ensure_links(cast.sessie)
        assert f'<p class="code code--large">{cast.sessie.code}</p>' in html
        assert f'data-copy="http://testserver/doe-mee/{links[Role.DEELNEMER].token}/"' in html
        assert f'data-copy="http://testserver/scherm/{links[Role.SCHERM].token}/"' in html
        assert (
            f'data-copy="http://testserver/terugkijken/{links[Role.SCHOOLLEIDER].token}/"' in html
        )
        assert "<svg" in html

    def test_shows_the_same_links_again(self, cast: Cast) -> None:
        client = cast.client(cast.marieke)
        for _ in range(2):
            client.get(f"/begeleiden/{cast.sessie.pk}/delen/")
        assert AccessLink.objects.count() == 3

    def test_is_not_for_outsiders(self, cast: Cast) -> None:
        actions.ensure_links(cast.sessie)
        for client in outsiders(cast):
            response = client.get(f"/begeleiden/{cast.sessie.pk}/delen/")
            assert response.status_code == 404
            assert cast.sessie.code not in response.content.decode()


class TestRenewLink:
    def renew(self, cast: Cast, client: PageClient, link: AccessLink) -> HttpResponse:
        return client.post(f"/begeleiden/{cast.sessie.pk}/links/{link.pk}/vernieuw/", follow=True)

    @pytest.mark.parametrize("role", [Role.SCHERM, Role.SCHOOLLEIDER])
    def test_the_old_link_stops_and_the_new_one_is_shown(self, cast: Cast, role: Role) -> None:
        old = actions.ensure_links(cast.sessie)[role]
        html = self.renew(cast, cast.client(cast.marieke), old).content.decode()
        assert link_for(old.token, role) is None
        assert old.token not in html
        assert actions.ensure_links(cast.sessie)[role].token in html
        assert "De oude werkt niet meer" in html

    def test_is_not_for_outsiders(self, cast: Cast) -> None:
        link = actions.ensure_links(cast.sessie)[Role.SCHERM]
        for client in outsiders(cast):
            assert self.renew(cast, client, link).status_code == 404
        assert link_for(link.token, Role.SCHERM) == link

    def test_a_link_of_another_day_is_not_found(self, cast: Cast) -> None:
        link = actions.ensure_links(cast.other_sessie)[Role.SCHERM]
        assert self.renew(cast, cast.client(cast.marieke), link).status_code == 404
        assert link_for(link.token, Role.SCHERM) == link

    def test_the_link_to_join_stays(self, cast: Cast) -> None:
        link = actions.ensure_links(cast.sessie)[Role.DEELNEMER]
        assert self.renew(cast, cast.client(cast.marieke), link).status_code == 404
        assert link_for(link.token, Role.DEELNEMER) == link

    def test_is_a_post(self, cast: Cast) -> None:
        path = f"/begeleiden/{cast.sessie.pk}/links/1/vernieuw/"
        assert cast.client(cast.marieke).get(path).status_code == 405


class TestRemove:
    def remove(self, cast: Cast, client: PageClient, participant: Participant) -> HttpResponse:
        path = f"/begeleiden/{cast.sessie.pk}/mensen/{participant.pk}/haal-weg/"
        return client.post(path)

    def test_takes_the_person_off_the_page(self, cast: Cast) -> None:
        assert cast.bram
        html = self.remove(cast, cast.client(cast.marieke), cast.anna).content.decode()
        assert f'<hx-partial hx-target="#{cast.anna.dom_id}" hx-swap="delete">' in html
        assert "0 van 1 aanwezig" in html
        assert Participant.objects.get(removed_at=None) == cast.bram

    def test_twice_gives_the_same_answer(self, cast: Cast) -> None:
        client = cast.client(cast.marieke)
        first, second = (self.remove(cast, client, cast.anna) for _ in range(2))
        assert first.content == second.content

    def test_is_not_for_outsiders(self, cast: Cast) -> None:
        for client in outsiders(cast):
            assert self.remove(cast, client, cast.anna).status_code == 404
        assert not Participant.objects.exclude(removed_at=None).exists()

    def test_someone_of_another_day_is_not_found(self, cast: Cast) -> None:
        assert self.remove(cast, cast.client(cast.marieke), cast.zoe).status_code == 404
        assert not Participant.objects.exclude(removed_at=None).exists()
