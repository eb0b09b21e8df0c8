"""Encrypted single files: they open with the password alone, say what the others say, and are made the same again."""

import datetime
import json
import re
import shutil
import subprocess

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.errors import LexdocsError, UsageError
from lexdocs.mailing.assembling import rows_in
from lexdocs.mailing.locking import Sealing
from lexdocs.mailing.mail import KEPT, Asked, mail
from lexdocs.mailing.passwords import password_of
from lexdocs.mailing.release import Asked as AskedRelease
from lexdocs.mailing.release import release
from lexdocs.outputs.files import digest_of
from tests.mailing.fictional import hostile, lay_out_deal, varied

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.usefixtures("plates_once"), pytest.mark.soak]
PASSWORD, OTHER = "Zwölf Boxkämpfer (12)", "another"
LONG = "Unbroken" * 37 + "Name"  # it has room in no line: rendered, not stamped


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    rows = [*list(varied(2))[1:], *hostile([LONG])]
    return lay_out_deal(tmp_path_factory.mktemp("deal") / "lexington_2001", rows)


@pytest.fixture(scope="module")
def made(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("encrypted") / "out"
    return out, mail(Asked(folder, out, stream=False, each=True, password=PASSWORD))


@pytest.fixture(scope="module")
def plain(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("plain") / "out"
    mail(Asked(folder, out, stream=False, each=True))
    return out


def manifest(out):
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def text(path, *options):
    ran = subprocess.run(["pdftotext", "-layout", *options, path, "-"], check=False, capture_output=True)
    return ran.stdout.decode() if not ran.returncode else None


def tree(path, *options):
    said = subprocess.run(["pdfinfo", "-struct-text", *options, path], check=True, capture_output=True).stdout
    return re.sub(rb"[<(]\d+-\d+[>)]", b"", said)


def files(out):
    return {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_each_file_opens_with_the_password_and_says_what_the_plain_one_says(made, plain):
    out, mailed = made
    assert {line["made"] for line in manifest(out)} == {"stamped", "rendered"}
    assert mailed.control.singles["encrypted"] == mailed.control.singles["files"] == 2
    for line, other in zip(manifest(out), manifest(plain), strict=True):
        path = out / line["file"]
        assert line["pages"] == other["pages"]
        for wrong in ([], ["-upw", OTHER], ["-opw", OTHER]):
            assert text(path, *wrong) is None
        said = text(path, "-upw", PASSWORD)
        assert said == text(plain / line["file"])
        assert len(said) > 1000
        assert tree(path, "-upw", PASSWORD) == tree(plain / line["file"])


def test_each_file_has_aes_256_of_revision_6_and_may_be_read_aloud(made, plain):
    out, _ = made
    for line in manifest(out):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(out / line["file"])
        with pikepdf.open(out / line["file"], password=PASSWORD) as pdf, pikepdf.open(plain / line["file"]) as other:
            how = pdf.encryption
            assert (how.R, how.V, how.bits) == (6, 5, 256)
            assert {how.stream_method, how.string_method} == {pikepdf.models.EncryptionMethod.aesv3}
            assert pdf.allow.accessibility
            assert pdf.allow.print_highres
            assert not pdf.allow.modify_other
            assert pdf.check_pdf_syntax() == []
            assert pdf.docinfo == other.docinfo
            assert pdf.Root.Metadata.read_bytes() == other.Root.Metadata.read_bytes()


def test_nothing_of_a_statement_or_the_password_lies_there_in_the_clear(made, plain, folder):
    out, _ = made
    register = (folder / "register.csv").read_text("utf-8").splitlines()[1:]
    names = [line.split(",")[1].strip('"') for line in register]
    lines = {line["holder"]: line for line in manifest(out)}
    for path, data in files(out).items():
        assert (out / path).stat().st_mode & 0o077 == 0
        assert PASSWORD.encode() not in data
        assert PASSWORD.encode("utf-16-be") not in data
        for name in names:
            assert len(name) > 4
            assert name.encode() not in data, path
    # What is kept of a page is deflated: it is not there so either.
    (kept,) = (path.read_bytes() for path in (out / KEPT / "shards").glob("*"))
    pages = [page for row in rows_in((plain / KEPT / "shards").glob("*")) for page in (*row[7], row[3]) if page]
    assert len(pages) == 3
    assert not [page for page in pages if page in kept]
    assert len(lines) == len(names)


def test_a_second_run_does_nothing_and_lost_files_are_made_the_same_again(made, folder, tmp_path):
    out = tmp_path / "again"
    shutil.copytree(made[0], out)
    before = files(out)
    assert mail(Asked(folder, out, stream=False, each=True, password=PASSWORD)).control.unchanged
    assert files(out) == before
    for path in out.glob("each/*/*.pdf"):
        path.unlink()
    (out / "manifest.jsonl").unlink()
    for path in (out / KEPT / "shards").glob("*"):
        path.unlink()
    assert not mail(Asked(folder, out, stream=False, each=True, password=PASSWORD)).control.unchanged
    assert files(out) == before


@pytest.mark.soak
def test_another_password_encrypts_all_anew_and_none_takes_the_encryption_away(made, plain, folder, tmp_path):
    out = tmp_path / "other"
    shutil.copytree(made[0], out)
    assert not mail(Asked(folder, out, stream=False, each=True, password=OTHER)).control.unchanged
    for line in manifest(out):
        assert text(out / line["file"], "-upw", PASSWORD) is None
        assert text(out / line["file"], "-upw", OTHER)
    mail(Asked(folder, out, stream=False, each=True))
    assert files(out) == files(plain)


def test_what_is_sealed_is_the_same_each_time_and_opens_again():
    sealing = Sealing(bytes(range(64)))
    assert sealing.opened(sealing.sealed(b"x" * 99)) == b"x" * 99
    assert sealing.sealed(b"x") == Sealing(bytes(range(64))).sealed(b"x") != b"x"
    assert sealing.sealed(b"") == sealing.opened(b"") == b""


def test_a_password_comes_from_a_file_or_the_environment(tmp_path):
    file = tmp_path / "password"
    file.write_text("a b\r\n", "utf-8", newline="")
    assert password_of(file, "other", "IT") == "a b"
    assert password_of(None, "ﬁ", "IT") == "fi"


@pytest.mark.parametrize(
    ("held", "says"),
    [
        ("", "holds no password"), ("  \n", "holds no password"), ("one\ntwo\n", "more than one line"),
        ("a\tb", "what cannot be typed"), ("x" * 128, "more than 127 bytes"),
    ],
)  # fmt: skip
def test_what_is_no_password_is_refused_and_not_repeated(tmp_path, held, says):
    file = tmp_path / "password"
    file.write_text(held, "utf-8")
    with pytest.raises(UsageError, match=says) as refused:
        password_of(file, None, "IT")
    assert held.strip() == "" or held.strip() not in str(refused.value)


def test_what_lacks_a_password_or_files_to_encrypt_is_refused(folder, tmp_path, monkeypatch):
    monkeypatch.delenv("LEXDOCS_PASSWORD", raising=False)
    (tmp_path / "latin").write_bytes(b"\xe4")
    for file in ("nowhere", "latin"):
        with pytest.raises(UsageError, match=r"cannot be read|is not UTF-8"):
            password_of(tmp_path / file, None, "IT")
    with pytest.raises(UsageError, match="--each too"):
        mail(Asked(folder, tmp_path / "out", password=PASSWORD))
    ran = CliRunner().invoke(app, ["mail", str(folder), "--each", "--encrypt", "--out", str(tmp_path / "out")])
    assert "set LEXDOCS_PASSWORD" in str(ran.exception)
    monkeypatch.setenv("LEXDOCS_PASSWORD", "a\nb")
    ran = CliRunner().invoke(app, ["mail", str(folder), "--each", "--encrypt", "--out", str(tmp_path / "out")])
    assert "LEXDOCS_PASSWORD: holds more than one line" in str(ran.exception)


def asked(out, folder, password, **said):
    names = {"maker": "Ann Lee", "checker": "Bo Diaz"} | said
    day, control = datetime.date(2001, 9, 6), digest_of(out / "control.json")
    return AskedRelease(out, folder, names["maker"], names["checker"], day, control, password=password)


def test_encrypted_files_are_released_with_their_password(made, plain, folder, tmp_path):
    out, open_files = tmp_path / "out", tmp_path / "plain"
    shutil.copytree(made[0], out)
    shutil.copytree(plain, open_files)
    before = {line["file"]: (out / line["file"]).read_bytes() for line in manifest(out)}
    control = release(asked(out, folder, PASSWORD))
    release(asked(open_files, folder, None))
    assert control.released
    assert control.singles["encrypted"] == control.singles["files"] == 2
    for line in manifest(out):
        path = out / line["file"]
        assert digest_of(path) == line["sha256"]
        assert path.read_bytes() != before[line["file"]]
        assert path.stat().st_mode & 0o777 == 0o600
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(path)
        with pikepdf.open(path, password=PASSWORD) as pdf, pikepdf.open(open_files / line["file"]) as other:
            assert (pdf.encryption.R, pdf.encryption.V) == (6, 5)
            assert pdf.check_pdf_syntax() == []
            for page, same in zip(pdf.pages, other.pages, strict=True):
                page.contents_coalesce()
                same.contents_coalesce()
                assert page.Contents.read_bytes() == same.Contents.read_bytes()
                assert b"LexdocsProof gs" not in page.Contents.read_bytes()
        assert tree(path, "-upw", PASSWORD) == tree(open_files / line["file"])
    assert verify(out, None).report.results == ()
    assert PASSWORD.encode() not in b"".join(files(out).values())


def test_a_release_that_began_again_encrypts_to_the_same_bytes(made, folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    shutil.copytree(made[0], out)
    proofs = {path.name: path.read_bytes() for path in out.glob("each/*/*.pdf")}
    seen = []

    def killed(path, target):
        if target.name == ".released":
            seen.append({each.name: each.read_bytes() for each in path.glob("each/*/*.pdf")})
            raise KeyboardInterrupt
        return plain_replace(path, target)

    plain_replace = type(out).replace
    with monkeypatch.context() as patch:
        patch.setattr(type(out), "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            release(asked(out, folder, PASSWORD))
    assert {path.name: path.read_bytes() for path in out.glob("each/*/*.pdf")} == proofs
    release(asked(out, folder, PASSWORD))
    assert {path.name: path.read_bytes() for path in out.glob("each/*/*.pdf")} == seen[0] != proofs


@pytest.mark.parametrize(
    ("password", "says"),
    [(None, "each/: the files are encrypted; name the file of their password with --password-file, or set LEXDOCS"),
     (OTHER, "each/: the password does not open the files; give that with which they were mailed")],
)  # fmt: skip
def test_without_their_password_they_are_refused_with_every_other_reason(made, folder, tmp_path, password, says):
    out = tmp_path / "out"
    shutil.copytree(made[0], out)
    before = files(out)
    deal = tmp_path / "lexington_2001"
    shutil.copytree(folder, deal)
    (deal / "term-sheet.yaml").write_text((deal / "term-sheet.yaml").read_text("utf-8") + "\n# more\n", "utf-8")
    with pytest.raises(LexdocsError) as error:
        release(asked(out, deal, password, checker="Ann Lee"))
    assert says in str(error.value)
    assert "Ann Lee is the maker too" in str(error.value)
    assert "term-sheet.yaml: is changed since the mailing was made" in str(error.value)
    assert files(out) == before


def test_the_command_takes_the_password_as_the_mailing_does(made, folder, tmp_path, monkeypatch):
    out, password = tmp_path / "out", tmp_path / "password.txt"
    shutil.copytree(made[0], out)
    password.write_text(PASSWORD, "utf-8")
    call = ["release", str(out), "--deal", str(folder), "--maker", "Ann Lee", "--checker", "Bo Diaz"]
    call += ["--on", "2001-09-06"]
    monkeypatch.delenv("LEXDOCS_PASSWORD", raising=False)
    ran = CliRunner().invoke(app, call)
    assert ran.exit_code != 0
    ran = CliRunner().invoke(app, [*call, "--password-file", str(password)])
    assert ran.exit_code == 0, ran.output
    assert json.loads((out / "control.json").read_text("utf-8"))["released"]
