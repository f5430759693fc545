"""Which notes are said to belong together. It may miss some, and mixes nothing."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholendag.boards.naming import NAME_LENGTH
from scholendag.boards.suggest import Proposal, suggest
from tests.boards.post_its import NOTES, TEXTS, THEME_OF, THEMES

HOSTILE = [
    "",
    "   \n\t ",
    "👍🎉",
    "🏳️‍🌈",
    "a" * 600,
    "שלום לכולם",
    "مرحبا بالجميع",
    "<script>alert(1)</script>",
    "<b>Rust</b> &amp; rust",
    "\u202eomgekeerd\u202c",
    "\x00\x1f",
    "1234 5678",
    "de het een",
    "''\u2019\u2019",
]


def themes(proposal: Proposal) -> Counter[str | None]:
    return Counter(THEME_OF[key] for key in proposal.keys)


def named(*texts: str) -> list[str]:
    return [proposal.name for proposal in suggest(list(enumerate(texts)))]


def test_what_is_about_one_thing_comes_together() -> None:
    found = [themes(proposal) for proposal in suggest(NOTES)]
    for theme, texts in THEMES.items():
        most = max(counted[theme] for counted in found)
        assert most >= 0.7 * len(texts), theme


def test_what_clearly_differs_is_never_put_together() -> None:
    assert [themes(proposal) for proposal in suggest(NOTES) if len(themes(proposal)) > 1] == []


def test_a_proposal_is_named_in_the_words_of_its_notes() -> None:
    names = {proposal.name for proposal in suggest(NOTES)}
    assert names == {"Ouders", "Lezen", "Werkdruk", "Rust", "Plein"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_notes_does_not_matter(seed: int) -> None:
    shuffled = random.Random(seed).sample(NOTES, len(NOTES))
    assert suggest(shuffled) == suggest(NOTES)


def test_the_same_text_is_together_however_it_is_typed() -> None:
    same = ["Samen eten", "samen  eten", "SAMEN ETEN ", "Sámen eten"]
    [proposal] = suggest(list(enumerate([*same, "Gymzaal lekt", "Koffie is lekker"])))
    assert proposal.keys == (0, 1, 2, 3)
    assert proposal.name.casefold() == "samen eten"


def test_the_same_words_that_say_nothing_are_together_too() -> None:
    assert [one.keys for one in suggest([(1, "👍"), (2, "Ja"), (3, "👍"), (4, "ja")])] == [
        (2, 4),
        (1, 3),
    ]


def test_fewer_than_four_notes_need_no_proposal() -> None:
    assert suggest([(1, "Rust"), (2, "Rust"), (3, "Rust")]) == ()
    assert suggest([]) == ()


def test_notes_that_have_nothing_in_common_are_left_alone() -> None:
    assert suggest(list(enumerate(["Koffie", "Gymzaal lekt", "Trots", "Parkeren"]))) == ()


def test_a_note_goes_to_what_is_together_already() -> None:
    clusters = [(7, "Thuis", ["Ouders uitnodigen", "Contact met ouders"]), (8, "Stilte", ["Rust"])]
    loose = [(1, "ouders bellen"), (2, "Rustig op de gang"), (3, "Koffie"), (4, "Gymzaal")]
    assert set(suggest(loose, clusters)) == {
        Proposal((1,), "Thuis", 7),
        Proposal((2,), "Stilte", 8),
    }


def test_two_clusters_are_never_put_together() -> None:
    clusters = [(7, "Rust", ["Rust in de klas"]), (8, "Rust op de gang", ["Rust op de gang"])]
    loose = [(number, f"Rust {word}") for number, word in enumerate(("hier", "daar", "nu", "weer"))]
    found = suggest(loose, clusters)
    assert {key for one in found for key in one.keys} == {0, 1, 2, 3}
    assert all(one.cluster in (7, 8, None) for one in found)


def test_a_long_name_is_cut_short() -> None:
    text = "Verbeteringsvoorstellenbespreekgroepvoorzitter in de hal"
    [name] = named(text, text, "Koffie", "Gymzaal")
    assert len(name) <= NAME_LENGTH
    assert text.startswith(name.rstrip("…"))


def test_hostile_texts_do_no_harm() -> None:
    notes = list(enumerate([*HOSTILE, *HOSTILE, *TEXTS]))
    for proposal in suggest(notes, [(1, text, HOSTILE) for text in HOSTILE[:1]]):
        assert len(proposal.name) <= NAME_LENGTH
    assert suggest(list(enumerate(["", " ", "\n", "\t"]))) == ()


texts = st.one_of(st.sampled_from([*TEXTS, *HOSTILE]), st.text(max_size=60))
loose_notes = st.dictionaries(st.integers(0, 10**6), texts, max_size=25).map(
    lambda found: list(found.items())
)
some_clusters = st.dictionaries(
    st.integers(0, 9), st.tuples(texts, st.lists(texts, max_size=3)), max_size=3
).map(lambda found: [(key, name, held) for key, (name, held) in found.items()])


@given(loose_notes, some_clusters)
def test_every_note_is_in_one_proposal_at_most(
    notes: list[tuple[int, str]], clusters: list[tuple[int, str, list[str]]]
) -> None:
    found = suggest(notes, clusters)
    keys = [key for one in found for key in one.keys]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {key for key, _ in notes}
    for one in found:
        assert len(one.keys) >= (1 if one.cluster is not None else 2)
        assert list(one.keys) == sorted(one.keys)
    assert len({one.cluster for one in found if one.cluster is not None}) == sum(
        one.cluster is not None for one in found
    )
    assert suggest(notes[::-1], clusters[::-1]) == found


@given(loose_notes)
def test_equal_texts_are_never_apart(notes: list[tuple[int, str]]) -> None:
    groups = [set(one.keys) for one in suggest(notes)] if len(notes) > 3 else []
    for group in groups:
        inside = {" ".join(text.split()) for key, text in notes if key in group}
        assert {key for key, text in notes if " ".join(text.split()) in inside} == group
