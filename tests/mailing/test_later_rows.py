"""Rows of the log that a mailing is not worked out from: told, or refused where no event can make them right."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lexdocs.cli.main import app
from lexdocs.errors import InputError
from lexdocs.mailing.mail import Asked, mail
from tests.mailing.folders import change

pytestmark = pytest.mark.soak

LATER = Path(__file__).parents[1] / "deals" / "lexington_later"


@pytest.mark.soak
def test_rows_after_the_moment_are_counted_on_the_screen(tmp_path):
    call = ["mail", str(LATER), "--as-of", "2001-09-25", "--html", "--jobs", "1", "--out", str(tmp_path / "out")]
    ran = CliRunner().invoke(app, call)
    assert ran.exit_code == 0, ran.output
    said = (
        "2 rows of the tender log are later than 12 midnight, New York City time, on September 25, 2001 and not counted"
    )
    assert said in ran.stdout


@pytest.mark.soak
def test_rows_after_the_deadline_and_all_events_are_refused(tmp_path):
    folder = Path(shutil.copytree(LATER, tmp_path / "later"))
    with (folder / "tenders.csv").open("a", encoding="utf-8") as log:
        log.write('2001-12-20 10:00,BO-1007,tender,"$1,000",V-907,,,,\n')
    with pytest.raises(InputError) as refused:
        mail(Asked(folder, tmp_path / "out", stream=False, html=True))
    assert str(refused.value).startswith(
        "tenders.csv:17: BO-1007 tenders on 2001-12-20 10:00, after the expiration, 12 midnight, New York City time"
    )
    change(folder / "tenders.csv", '"$1,000",V-907,', '"$1,000",V-907,came long after')
    made = mail(Asked(folder, tmp_path / "out", stream=False, html=True))
    assert (made.log.later, made.log.not_counted) == (1, 0)
