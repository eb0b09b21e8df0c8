"""The statements of the second deal that ships: two series, four languages, all of them stamped."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals, templates_folder

QUILLHAVEN = bundled_deals()["quillhaven_2032"]
LANGUAGES = ("es", "fr", "de")
pytestmark = pytest.mark.soak


@pytest.fixture
def folder(tmp_path):
    """The deal with translations of its own that somebody has approved, as its settlement stands."""
    made = Path(shutil.copytree(QUILLHAVEN, tmp_path / "quillhaven_2032"))
    (made / "events" / "2032-10-15-installment.yaml").unlink()
    for name in ("statements/series-settlement", "notices/series-payment"):
        for language in LANGUAGES:
            own = made / "templates" / f"{name}.{language}.md"
            own.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(templates_folder() / f"{name}.{language}.md", own)
            for what in ("phrases", f"{name}.md"):
                call = ["translations", language, what, "--deal", str(made), "--approve", "A. Reader"]
                ran = CliRunner().invoke(app, [*call, "--on", "2032-05-01"])
                assert ran.exit_code == 0, ran.output
    return made


@pytest.mark.parametrize("template", ["", "notices/series-payment"])
def test_every_statement_and_notice_is_stamped_and_is_what_the_printer_draws(folder, tmp_path, template):
    made = mail(Asked(folder, tmp_path / "out", template, sample=8)).control
    assert (made.stamped, made.rendered, made.ties) == (made.holders, [], True)
    assert made.holders > 15
    assert len(made.sample.holders) == 8
    assert not made.sample.apart
    assert verify(tmp_path / "out", None).ties
