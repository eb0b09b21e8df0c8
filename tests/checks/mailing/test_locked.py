"""Encrypted single files are read with their password; without it nobody is told that what is printed ties."""

import shutil

import pytest
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.errors import UsageError
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals
from tests.checks.mailing.test_beside import change

PASSWORD, OTHER = "Zwölf Boxkämpfer (12)", "another"
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


@pytest.fixture(scope="module")
def locked(tmp_path_factory):
    out = tmp_path_factory.mktemp("locked") / "out"
    mail(Asked(bundled_deals()["lexington_2001"], out, stream=False, each=True, password=PASSWORD))
    return out


@pytest.fixture
def out(locked, tmp_path):
    return shutil.copytree(locked, tmp_path / "out", ignore=shutil.ignore_patterns(".kept"))


def test_what_is_encrypted_is_read_with_its_password(out):
    told = verify(out, None, PASSWORD)
    assert (told.ties, told.read, told.locked) == (True, 12, False)
    change(out, [(0, "holder_warrants", "44695"), (1, "holder_warrants", "30515")])
    assert [each.message for each in verify(out, None, PASSWORD).report.results] == [
        "each/4c/BO-1001.pdf: its holder_warrants is not printed there as its line says it",
        "each/dd/BO-1002.pdf: its holder_warrants is not printed there as its line says it",
    ]
    told = verify(out, None)
    assert (told.ties, told.read, told.locked) == (True, 0, True)


def test_a_password_that_opens_nothing_is_told(out):
    told = verify(out, 1, OTHER).report.results
    assert [(each.message, each.remedy) for each in told] == [
        ("each/4c/BO-1001.pdf: the password does not open it", "give the password with which the mailing was made")
    ]


def test_the_command_says_what_was_not_read(out, tmp_path):
    file = tmp_path / "password.txt"
    file.write_text(PASSWORD, "utf-8")
    ran = CliRunner().invoke(app, ["verify", str(out)], env={"LEXDOCS_PASSWORD": ""})
    assert ran.exit_code == 0
    assert "nothing that is printed was read" in ran.output
    assert "give --password-file, or set LEXDOCS_PASSWORD" in ran.output
    assert "every file" not in ran.output
    for options, env in ((["--password-file", str(file)], {}), ([], {"LEXDOCS_PASSWORD": PASSWORD})):
        ran = CliRunner().invoke(app, ["verify", str(out), *options], env=env)
        assert ran.output.endswith("every file, page, line and sum ties\n"), ran.output
    ran = CliRunner().invoke(app, ["verify", str(out), "--password-file", str(tmp_path / "none")])
    assert isinstance(ran.exception, UsageError)


def test_what_was_not_read_is_not_said_to_tie(out):
    ran = CliRunner().invoke(app, ["verify", str(out), "--sample", "0"], env={"LEXDOCS_PASSWORD": PASSWORD})
    assert "whether statements print the same was not looked at" in ran.output
