from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from scholendag.agenda.models import Programme
from tests.agenda.days import SMALL

pytestmark = pytest.mark.django_db


def test_the_command_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kleine-dag.yaml").write_text(yaml.safe_dump(SMALL))
    call_command("load_programmes", folder=tmp_path)
    assert capsys.readouterr().out == "kleine-dag: Kleine dag\n"


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "kleine-dag.yaml").write_text("title: Een dag")
    with pytest.raises(CommandError, match=r"kleine-dag\.yaml, regel 1, slug: ontbreekt"):
        call_command("load_programmes", folder=tmp_path)


@pytest.mark.parametrize(("known", "unknown"), [("gesprek", "zingen"), ("checkin", "koor")])
def test_a_programme_that_no_screen_could_show_is_not_loaded(
    tmp_path: Path, known: str, unknown: str
) -> None:
    (tmp_path / "dag.yaml").write_text(yaml.safe_dump(SMALL).replace(known, unknown))
    with pytest.raises(CommandError, match=r"kent .* niet"):
        call_command("load_programmes", folder=tmp_path)
    assert not Programme.objects.exists()
