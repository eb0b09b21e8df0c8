"""Corrections: who is told something else has a new statement that says which it replaces, and nobody else has one."""

import datetime
import json
import shutil
import subprocess
from dataclasses import replace
from hashlib import sha256

import pytest
from typer.testing import CliRunner

from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.errors import InputError, LexdocsError, UsageError
from lexdocs.mailing import shaping
from lexdocs.mailing.mail import Asked, mail
from lexdocs.mailing.release import Asked as AskedRelease
from lexdocs.mailing.release import release
from lexdocs.outputs.files import digest_of
from tests.mailing.fictional import lay_out_deal
from tests.mailing.folders import change

DAY = datetime.date(2001, 8, 8)
pytestmark = [pytest.mark.xdist_group("corrections"), pytest.mark.soak]


def holder(label, name, held="$1,000,000"):
    return (label, name, "1 Example Plaza", "", "", "Boston, MA 02110", "AC-1", "Pine Custody", held, held, "$0", "")


HOLDERS = [holder(f"A-{number}", f"Holder {number} (fictional)") for number in range(1, 6)]


def manifest(out):
    return {line["holder"]: line for line in map(json.loads, (out / "manifest.jsonl").read_text("utf-8").splitlines())}


def released(out, deal):
    release(AskedRelease(out, deal, "Ann Lee", "Bo Diaz", DAY, digest_of(out / "control.json")))
    return out


def written(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout


def found(out):
    return [(each.rule_id.removeprefix("mailing/"), str(each.where)) for each in verify(out, None).report.results]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A deal, and its mailing in both forms, released."""
    folder = tmp_path_factory.mktemp("first")
    deal = lay_out_deal(folder / "deal", HOLDERS)
    mail(Asked(deal, folder / "out", each=True))
    released(folder / "out", deal)
    return folder


@pytest.fixture(scope="module")
def second(first, tmp_path_factory):
    """A correction of it: one name was wrong, and one holding was another's."""
    folder = tmp_path_factory.mktemp("second")
    shutil.copytree(first / "deal", folder / "deal")
    change(folder / "deal" / "register.csv", "Holder 2 (fictional)", "Holder Two (fictional)")
    change(folder / "deal" / "register.csv", "A-4,Holder 4", "A-9,Holder 9")
    made = mail(Asked(folder / "deal", folder / "out", each=True, corrects=first / "out"))
    assert (made.control.rendered, made.control.failed) == ([], [])
    return folder


def test_only_who_is_told_something_else_has_another_statement(first, second):
    out, lines = second / "out", manifest(second / "out")
    old = manifest(first / "out")
    assert {label: line["made"] for label, line in lines.items()} == {
        "A-1": "unchanged", "A-2": "stamped", "A-3": "unchanged", "A-9": "stamped", "A-5": "unchanged",
        "A-4": "withdrawn",
    }  # fmt: skip
    assert [lines[each]["number"] for each in ("A-1", "A-2", "A-9", "A-4")] == [
        "20010806-A-1", "20010806.2-A-2", "20010806-A-9", "20010806-A-4",
    ]  # fmt: skip
    assert lines["A-2"]["replaces"] == {name: old["A-2"][name] for name in ("number", "words")}
    assert lines["A-1"]["words"] == old["A-1"]["words"]
    assert lines["A-2"]["words"] != old["A-2"]["words"]
    assert "replaces" not in lines["A-9"]
    assert sorted(path.name for path in (out / "each").rglob("*.pdf")) == ["A-2.pdf", "A-9.pdf"]
    control = json.loads((out / "control.json").read_text("utf-8"))
    told = control["corrects"]
    assert [told[each] for each in ("unchanged", "corrected", "new", "withdrawn")] == [
        3,
        1,
        1,
        [["A-4", "20010806-A-4"]],
    ]
    assert control["holders"] == told["unchanged"] + told["corrected"] + told["new"]
    assert len(old) == told["unchanged"] + told["corrected"] + len(told["withdrawn"])
    assert told["manifest_sha256"] == digest_of(first / "out" / "manifest.jsonl") == digest_of(out / "corrected.jsonl")
    assert (out / "corrected.jsonl").stat().st_mode & 0o777 == 0o600


def test_a_correction_says_what_it_replaces_in_both_forms(second):
    out, lines = second / "out", manifest(second / "out")
    for text in (written(out / "statements.pdf"), written(out / lines["A-2"]["each"]["file"])):
        assert "CORRECTED, replaces no." in text
        assert text.count("20010806-A-2") == 1
        assert text.count("20010806.2-A-2") >= 2
    new = written(out / lines["A-9"]["each"]["file"])
    assert "CORRECTED" not in new
    assert "Original" in new
    sheet = written(out / "control.pdf")
    assert "Withdrawn: no. 20010806-A-4." in sheet
    assert "Unchanged, and not sent again" in sheet


def test_a_correction_ties_with_its_own_files_and_a_second_run_does_nothing(first, second):
    assert verify(second / "out", None).report.results == ()
    assert verify(second / "out", None).report.counts["unchanged"] == 3
    again = mail(Asked(second / "deal", second / "out", each=True, corrects=first / "out"))
    assert again.control.unchanged
    assert again.again == again.shards


@pytest.mark.soak
def test_who_goes_the_long_way_is_told_the_same(first, second, tmp_path, monkeypatch):
    """Words are those of a statement, whichever way it is made: so the released ones still stand."""
    monkeypatch.setattr(shaping, "is_known", lambda: False)
    mail(Asked(second / "deal", tmp_path / "out", stream=False, each=True, corrects=first / "out"))
    one, other = manifest(second / "out"), manifest(tmp_path / "out")
    assert [line["made"] for line in other.values()].count("rendered") == 2
    for label, line in other.items():
        for name in ("number", "words", "replaces"):
            assert line.get(name) == one[label].get(name)
    for label in ("A-2", "A-9"):
        assert written(tmp_path / "out" / other[label]["file"]) == written(second / "out" / one[label]["each"]["file"])
    assert found(tmp_path / "out") == []


def test_a_correction_is_released_and_corrected_itself(first, second, tmp_path):
    shutil.copytree(second, tmp_path / "second")
    deal, out = tmp_path / "second" / "deal", tmp_path / "second" / "out"
    released(out, deal)
    (first / "out" / ".kept" / "corrected.json").unlink()  # other tests correct it too
    assert found(out) == []
    change(deal / "register.csv", "Holder Two (fictional)", "Holder 2 and another (fictional)")
    change(deal / "register.csv", "A-9,Holder 9", "A-4,Holder 4")
    change(deal / "register.csv", "Holder 5 (fictional)", "Holder Five (fictional)")
    made = mail(Asked(deal, tmp_path / "third", corrects=out))
    lines = manifest(tmp_path / "third")
    assert {label: line.get("replaces", {}).get("number") for label, line in lines.items()} == {
        "A-1": None, "A-2": "20010806.2-A-2", "A-3": None, "A-4": "20010806-A-4", "A-5": "20010806-A-5", "A-9": None,
    }  # fmt: skip
    assert lines["A-2"]["number"] == "20010806.3-A-2"
    # It says what it said before it was withdrawn: that one does not stand any more.
    assert lines["A-4"]["number"] == "20010806.2-A-4"
    assert made.control.corrects["withdrawn"] == [("A-9", "20010806-A-9")]
    assert found(tmp_path / "third") == []
    # Who was withdrawn then is told of, so that a later one can replace it, and is not counted again.
    released(tmp_path / "third", deal)
    change(deal / "register.csv", "Holder Five (fictional)", "Holder V (fictional)")
    made = mail(Asked(deal, tmp_path / "fourth", corrects=tmp_path / "third"))
    line = manifest(tmp_path / "fourth")["A-9"]
    assert (line["made"], line["number"]) == ("withdrawn earlier", "20010806-A-9")
    assert made.control.corrects["withdrawn"] == []
    assert (made.control.corrects["unchanged"], made.control.corrects["corrected"]) == (4, 1)
    assert found(tmp_path / "fourth") == []
    # Whatever was corrected by what is released is corrected no more: its numbers are given.
    with pytest.raises(UsageError, match=r"out: is corrected already, by what is released in .*third; correct"):
        mail(Asked(deal, tmp_path / "other", corrects=out))
    shutil.rmtree(tmp_path / "third")
    with pytest.raises(UsageError, match=r"is corrected already"):
        mail(Asked(deal, tmp_path / "other", corrects=out))


def test_of_two_corrections_of_a_mailing_one_is_released(first, second, tmp_path):
    shutil.copytree(first / "out", tmp_path / "first")
    outs = [tmp_path / "one", tmp_path / "two"]
    for out in outs:
        mail(Asked(second / "deal", out, corrects=tmp_path / "first", sample=0))
    told: list[str] = []
    control = digest_of(outs[0] / "control.json")
    release(AskedRelease(outs[0], second / "deal", "Ann Lee", "Bo Diaz", DAY, control), told.append)
    assert told == []
    with pytest.raises(LexdocsError, match=r"first: is corrected already, by what is released in .*one; correct that"):
        released(outs[1], second / "deal")
    shutil.rmtree(tmp_path / "first")
    control = digest_of(outs[1] / "control.json")
    release(AskedRelease(outs[1], second / "deal", "Ann Lee", "Bo Diaz", DAY, control), told.append)
    gone = tmp_path / "first"
    assert told == [f"{gone}: not there, or not to be written: note yourselves that this mailing corrects it"]


def test_the_mailing_of_another_deal_or_document_is_not_corrected(first, second, tmp_path):
    deal = tmp_path / "ferry"
    shutil.copytree(second / "deal", deal)
    with pytest.raises(UsageError, match=r"is a mailing of deal, and this one is of ferry; name a released mailing"):
        mail(Asked(deal, tmp_path / "out", corrects=first / "out"))
    other = tmp_path / "other"
    shutil.copytree(first / "out", other)
    control = json.loads((other / "control.json").read_text("utf-8"))
    (other / "control.json").write_text(json.dumps(control | {"document": "notices/commencement.md"}))
    with pytest.raises(UsageError, match=r"same document again, with --document notices/commencement"):
        mail(Asked(second / "deal", tmp_path / "out", corrects=other))


def test_what_is_not_as_it_was_released_is_not_corrected(first, second, tmp_path):
    deal = second / "deal"

    def refused(corrects, text):
        with pytest.raises(LexdocsError, match=text):
            mail(Asked(deal, tmp_path / "new", corrects=corrects))
        assert not (tmp_path / "new" / "manifest.jsonl").exists()

    refused(second / "out", "is no released mailing")
    refused(tmp_path / "nowhere", "is no released mailing")
    with pytest.raises(UsageError, match="is the folder of this mailing too"):
        mail(Asked(deal, tmp_path / "new", corrects=tmp_path / "new"))
    single = manifest(first / "out")["A-3"]["each"]["file"]
    for name in ("statements.pdf", "manifest.jsonl", single):
        old = tmp_path / name.replace("/", "-")
        shutil.copytree(first / "out", old)
        data = bytearray((old / name).read_bytes())
        data[-9] ^= 1
        (old / name).write_bytes(data)
        refused(old, "is not as release.json has it")
    (old / "release.json").write_text("{}")
    refused(old, "is not a release that can be read")


def test_a_template_that_cannot_say_what_it_replaces_is_refused(first, tmp_path):
    deal = tmp_path / "deal"
    shutil.copytree(first / "deal", deal)
    own = deal / "templates" / "statements"
    own.mkdir(parents=True)
    shutil.copy("templates/statements/settlement.md", own / "settlement.md")
    change(own / "settlement.md", '{% include "shared/correction.md" %}', "")
    with pytest.raises(UsageError, match=r"settlement.md: does not say which statement it replaces"):
        mail(Asked(deal, tmp_path / "out", corrects=first / "out"))


def spoiled(second, tmp_path, spoil, **said):
    """The findings where lines of the manifest are spoiled and every hash is mended."""
    out = tmp_path / "spoiled"
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(second / "out", out, ignore=shutil.ignore_patterns(".kept"))
    lines = manifest(out)
    spoil(lines)
    (out / "manifest.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines.values()), "utf-8")
    control = json.loads((out / "control.json").read_text("utf-8"))
    control["corrects"] |= said
    for name, each in control["files"].items():
        data = (out / name).read_bytes()
        each |= {"bytes": len(data), "sha256": sha256(data).hexdigest()}
    (out / "control.json").write_text(json.dumps(control), "utf-8")
    return found(out)


def test_a_number_that_is_replaced_and_was_not_there_is_found(second, tmp_path):
    def other(lines):
        lines["A-2"]["replaces"]["number"] = "20010806-A-7"

    assert set(spoiled(second, tmp_path, other)) == {
        ("correction", "manifest.jsonl:2"), ("printed", "manifest.jsonl:2"), ("correction", "corrected.jsonl:2"),
    }  # fmt: skip


def test_whatever_else_is_said_of_released_statements_is_found(second, tmp_path):
    def forgotten(lines):
        del lines["A-4"]

    assert set(spoiled(second, tmp_path, forgotten, withdrawn=[])) == {("correction", "corrected.jsonl:4")}

    def changed(lines):
        lines["A-3"]["words"] = "0" * 32

    assert set(spoiled(second, tmp_path, changed)) == {
        ("correction", "manifest.jsonl:3"), ("correction", "corrected.jsonl:3"),
    }  # fmt: skip

    def same(lines):
        lines["A-2"]["words"] = lines["A-2"]["replaces"]["words"]

    assert spoiled(second, tmp_path, same) == [("correction", "manifest.jsonl:2")]

    def twice(lines):
        lines["A-9"]["number"] = lines["A-2"]["number"]

    assert ("holder", "manifest.jsonl:4") in spoiled(second, tmp_path, twice)
    assert spoiled(second, tmp_path, lambda lines: None, new=2) == [("count", "control.json")]
    assert ("correction", "corrected.jsonl") in spoiled(second, tmp_path, lambda lines: None, manifest_sha256="0")


def test_a_mailing_that_corrects_none_tells_of_no_other(second, tmp_path):
    out = tmp_path / "out"
    shutil.copytree(second / "out", out)
    told = json.loads((out / "control.json").read_text("utf-8"))
    del told["corrects"]
    (out / "control.json").write_text(json.dumps(told))
    assert {("correction", f"manifest.jsonl:{number}") for number in (1, 2, 3, 5, 6)} <= set(found(out))


def test_the_command_says_what_has_become_of_them(first, second, tmp_path):
    call = ["mail", str(second / "deal"), "--out", str(second / "out"), "--each", "--stream", "--jobs", "1"]
    ran = CliRunner().invoke(app, [*call, "--corrects", str(first / "out")])
    assert ran.exit_code == 0, ran.output
    assert "5 holders = 2 statements + 3 unchanged + 0 without one" in ran.stdout
    assert "3 unchanged, 1 corrected, 1 new, 1 withdrawn" in ran.stdout


@pytest.mark.soak
def test_who_cannot_be_told_anew_keeps_what_was_released(first, tmp_path):
    deal = tmp_path / "deal"
    shutil.copytree(first / "deal", deal)
    change(deal / "register.csv", "Holder 3 (fictional)", "Holder \U00013000")
    made = mail(Asked(deal, tmp_path / "out", corrects=first / "out"))
    line = manifest(tmp_path / "out")["A-3"]
    assert (line["made"], line["number"], "file" in line) == ("not made", "20010806-A-3", False)
    assert made.control.corrects["unchanged"] == 4
    assert found(tmp_path / "out") == []
    with pytest.raises(InputError, match="there is no register"):
        mail(replace(Asked(deal, tmp_path / "out", corrects=first / "out"), folder=_empty(deal, tmp_path)))


def _empty(deal, tmp_path):
    shutil.copytree(deal, tmp_path / "empty")
    (tmp_path / "empty" / "register.csv").unlink()
    return tmp_path / "empty"
