from typing import Any

import pytest

from scholendag.accounts.models import User
from scholendag.live import audiences
from tests.cast import Cast, PageClient, UserFactory

PASSWORD = "een-lang-wachtwoord"


@pytest.fixture
def marieke(db: None) -> User:
    user = UserFactory.create(email="marieke@voorbeeld.example")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: PageClient, **fields: str):
    data = {"username": "marieke@voorbeeld.example", "password": PASSWORD}
    return client.post("/inloggen/", data | fields)


def is_signed_in(client: PageClient) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("email", ["marieke@voorbeeld.example", "Marieke@Voorbeeld.Example "])
def test_capitals_and_spaces_in_an_address_do_not_matter(marieke: User, email: str) -> None:
    client = PageClient()
    response = sign_in(client, username=email)
    assert response["Location"] == "/"
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "fields",
    [{"password": "een-ander-wachtwoord"}, {"username": "niemand@voorbeeld.example"}],
)
def test_what_is_wrong_is_not_told_apart(marieke: User, fields: dict[str, str]) -> None:
    client = PageClient()
    response = sign_in(client, **fields)
    assert response.status_code == 422
    assert "horen niet bij elkaar" in response.content.decode()
    assert not is_signed_in(client)


def test_the_address_stays_in_the_form_and_the_password_does_not(marieke: User) -> None:
    html = sign_in(PageClient(), password="verkeerd-wachtwoord").content.decode()
    assert 'value="marieke@voorbeeld.example"' in html
    assert "verkeerd-wachtwoord" not in html


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"username": ""}, "Typ je e-mailadres"),
        ({"password": ""}, "Typ je wachtwoord"),
        ({"password": "x" * 201}, "Dit wachtwoord is te lang"),
        ({"username": "x" * 255}, "Dit adres is te lang"),
    ],
)
def test_wrong_input_is_explained(marieke: User, fields: dict[str, str], message: str) -> None:
    response = sign_in(PageClient(), **fields)
    assert response.status_code == 422
    assert message in response.content.decode()


def test_who_may_no_longer_sign_in_cannot(marieke: User) -> None:
    User.objects.update(is_active=False)
    client = PageClient()
    assert sign_in(client).status_code == 422
    assert not is_signed_in(client)


def test_after_signing_in_you_go_on_to_where_you_were_going(marieke: User) -> None:
    response = sign_in(PageClient(), next="/begeleiden/1/")
    assert response["Location"] == "/begeleiden/1/"


def test_nobody_is_sent_to_another_site(marieke: User) -> None:
    assert sign_in(PageClient(), next="https://elders.example/")["Location"] == "/"


def test_who_is_signed_in_goes_straight_on(cast: Cast) -> None:
    assert cast.client(cast.marieke).get("/inloggen/")["Location"] == "/"


def test_signing_out_is_a_post(cast: Cast) -> None:
    client = cast.client(cast.marieke)
    assert client.get("/uitloggen/").status_code == 405
    assert is_signed_in(client)
    assert client.post("/uitloggen/")["Location"] == "/"
    assert not is_signed_in(client)


def test_who_signs_out_lets_their_open_pages_find_out(
    cast: Cast, sent: list[tuple[str, dict[str, Any]]], django_capture_on_commit_callbacks: Any
) -> None:
    client = cast.client(cast.marieke)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/uitloggen/")
    assert [(audience, message["type"]) for audience, message in sent] == [
        (audiences.account(cast.marieke.pk), "live.regroup")
    ]
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/uitloggen/")
    assert len(sent) == 1


def test_a_form_from_elsewhere_is_refused_kindly(marieke: User) -> None:
    client = PageClient(enforce_csrf_checks=True)
    response = sign_in(client)
    assert response.status_code == 403
    assert "Laad de pagina opnieuw" in response.content.decode()
    assert not is_signed_in(client)
