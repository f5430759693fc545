"""What the coach is proposed to put together: on request, and only taken over when pressed."""

import pytest
from django.urls import reverse

from scholendag.boards import actions, clustering
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.walls import Wall
from tests.boards.scene import CLUSTERED, SECRET_CLUSTERED, Scene

TEXTS = (
    "Meer rust in de klas",
    "Rust en stilte tijdens het werken",
    "In de klas is te weinig rust",
    "Samen lessen voorbereiden",
    "Vaker samen een les voorbereiden",
)


@pytest.fixture
def notes(scene: Scene) -> dict[str, Note]:
    return {text: scene.put(CLUSTERED, text) for text in TEXTS}


def proposed(scene: Scene, kind: str = CLUSTERED.slug) -> str:
    client = scene.cast.client(scene.cast.marieke)
    answer = client.get(reverse("boards:propose", args=[scene.block.pk, kind]))
    return answer.content.decode()


def test_it_is_proposed_and_changes_nothing(scene: Scene, notes: dict[str, Note]) -> None:
    page = proposed(scene)
    assert page.count("Neem over</button>") == 2
    assert all(text in page for text in notes)
    assert not Cluster.objects.exists()


def test_one_is_taken_over_without_a_note_that_does_not_fit(
    scene: Scene, notes: dict[str, Note]
) -> None:
    client = scene.cast.client(scene.cast.marieke)
    path = reverse("boards:place", args=[scene.block.pk, CLUSTERED.slug])
    chosen = [notes[TEXTS[0]].pk, notes[TEXTS[1]].pk]
    answer = client.post(path, {"notes": chosen, "to": "nieuw", "name": "Rust"})
    assert answer.status_code == 200
    assert set(Cluster.objects.get().notes.values_list("pk", flat=True)) == set(chosen)


def test_what_is_clustered_already_is_not_proposed_again(
    scene: Scene, notes: dict[str, Note]
) -> None:
    rust = {notes[text].pk for text in TEXTS[:2]}
    wall = Wall(scene.block, CLUSTERED)
    clustering.put_together(scene.cast.coach, wall, rust, "Rust in de klas")
    scene.put(CLUSTERED, "Planten in het lokaal")
    page = proposed(scene)
    assert TEXTS[0] not in page
    assert "Bij “Rust in de klas”" in page


def test_what_the_coach_hid_is_in_no_proposal(scene: Scene, notes: dict[str, Note]) -> None:
    actions.hide(scene.cast.coach, notes[TEXTS[0]])
    assert TEXTS[0] not in proposed(scene)


def test_before_the_signal_nothing_is_read_for_it(scene: Scene) -> None:
    for text in TEXTS:
        scene.put(SECRET_CLUSTERED, text)
    page = proposed(scene, SECRET_CLUSTERED.slug)
    assert not [text for text in TEXTS if text in page]
    assert "Je kunt de post-its hier nu niet bij elkaar leggen." in page


def test_few_notes_give_no_proposal(scene: Scene) -> None:
    scene.put(CLUSTERED, "Rust")
    assert "Er is geen voorstel." in proposed(scene)


def test_it_is_for_the_coach_of_the_day(scene: Scene, notes: dict[str, Note]) -> None:
    cast = scene.cast
    path = reverse("boards:propose", args=[scene.block.pk, CLUSTERED.slug])
    assert Board.objects.get().everyone_clusters
    for who in (None, cast.anna, cast.zoe, cast.olaf):
        assert cast.client(who).get(path).status_code == 404
