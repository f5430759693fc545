import pytest

from scholendag.sessies import names


@pytest.mark.parametrize(
    ("typed", "name"),
    [("  Anna ", "Anna"), ("Anne\t Marie", "Anne Marie"), ("Zoe\u0308", "Zoë"), ("\u00a0", "")],
)
def test_a_name_is_tidied(typed: str, name: str) -> None:
    assert names.tidy(typed) == name


@pytest.mark.parametrize("text", ["Anna", "Zoë", "d'Arcy", "Anne-Marie", "Мария", "Bram 2"])
def test_is_a_name(text: str) -> None:
    assert names.is_name(text)


@pytest.mark.parametrize("text", ["", "123", "...", "An\u202ena", "An\u0000na", "An\u200bna"])
def test_is_not_a_name(text: str) -> None:
    assert not names.is_name(text)


@pytest.mark.parametrize("other", ["bram", "BRAM", " Bram ", "Brám", "B ram"])
def test_the_same_name_in_another_spelling(other: str) -> None:
    assert names.key(other) == names.key("Bram")


@pytest.mark.parametrize("other", ["Bram K.", "Brams", "Bra"])
def test_another_name(other: str) -> None:
    assert names.key(other) != names.key("Bram")


@pytest.mark.parametrize(
    ("addition", "name"),
    [
        ("k", "Bram K."),
        ("K.", "Bram K."),
        ("ko", "Bram Ko."),
        ("onderbouw", "Bram (onderbouw)"),
        ("(gym)", "Bram (gym)"),
        ("", "Bram"),
        (" . ", "Bram"),
    ],
)
def test_a_name_with_an_addition(addition: str, name: str) -> None:
    assert names.with_addition("Bram", addition) == name
