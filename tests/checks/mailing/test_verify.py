"""Verify: whatever is done to a mailing is found, in the file and on the line where it was done."""

import ast
import json
import marshal
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from lexdocs.checks.mailing import verify as module
from lexdocs.checks.mailing.found import Found
from lexdocs.checks.mailing.ticket import Ticket
from lexdocs.checks.mailing.told import read_control
from lexdocs.checks.mailing.unique import Places
from lexdocs.checks.mailing.verify import verify
from lexdocs.cli.main import app
from lexdocs.errors import InputError
from lexdocs.mailing.assembling import Assembly
from lexdocs.mailing.control import Control, files_of, with_ticket, write_control
from lexdocs.mailing.ticket import Job
from lexdocs.outputs.pdf import Paper
from tests.checks.mailing.spoiling import flip, found, lines, seal, write_lines

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


def stamp_at(out, line):
    """Where in its file a holder's own content of the first page begins."""
    with pikepdf.open(out / line["file"]) as pdf:
        raw = pdf.pages[line["page"] - 1].Contents[1].read_raw_bytes()
    return (out / line["file"]).read_bytes().index(raw)


def test_a_mailing_as_it_was_made_ties(out):
    told = verify(out, None)
    assert told.report.results == ()
    assert told.ties
    control = json.loads((out / "control.json").read_text("utf-8"))
    with_pages = [name for name in control["files"] if name.startswith("statements")]
    pages = sum(len(pikepdf.open(out / name).pages) for name in with_pages)
    assert len(with_pages) > 1
    assert told.report.counts == {
        "holders": 12, "statements": 11, "without one": 1, "unchanged": 0, "withdrawn": 0,
        "pages": pages, "single files": 11, "read": 11,
        "findings": 0,
    }  # fmt: skip
    assert verify(out, 3).read == 3


def test_a_byte_flipped_in_a_stamp_is_found(out):
    line = json.loads(lines(out)[4])
    flip(out, line["file"], stamp_at(out, line) + 20)
    assert ("file", line["file"]) in found(out, 0)
    seal(out)
    assert found(out, 0) == [("page", "manifest.jsonl:5")]
    assert found(out)[0] == ("page", "manifest.jsonl:5")


@pytest.mark.parametrize("where", ["middle", "table"])
def test_a_damaged_file_is_a_finding_and_no_traceback(out, where):
    name = json.loads(lines(out)[0])["file"]
    data = (out / name).read_bytes()
    if where == "table":
        (out / name).write_bytes(data[:-20])
    else:
        at = stamp_at(out, json.loads(lines(out)[1])) - 100
        (out / name).write_bytes(data[:at] + bytes(2000) + data[at + 2000 :])
    seal(out)
    assert verify(out, None).report.stands


def test_any_byte_that_is_changed_is_found_without_a_traceback(out):
    name = json.loads(lines(out)[0])["file"]
    data = (out / name).read_bytes()
    for at in range(7, len(data), len(data) // 12):
        (out / name).write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        assert ("file", name) in found(out)


def test_a_byte_of_what_pages_share_is_found_without_the_hash_of_the_file(out):
    """A font, a drawing, the tree of pages: the lines of the manifest have what is a reader's own, this the rest."""
    name = json.loads(lines(out)[0])["file"]
    data = (out / name).read_bytes()
    own = [raw for page in pikepdf.open(out / name).pages if (raw := page.Contents[1].read_raw_bytes())]
    spans = [(data.index(raw), data.index(raw) + len(raw)) for raw in own]
    shared = [at for at in range(9, len(data), len(data) // 16) if not any(a <= at < b for a, b in spans)]
    assert len(shared) > 10
    for at in shared:
        flip(out, name, at)
        seal(out)
        assert verify(out, 0).report.stands, at
        flip(out, name, at)
    seal(out)
    assert verify(out, None).ties


def test_two_statements_that_change_places_are_found(made, out):
    """As if the pages had been swapped in the file: the manifest is that of the others."""
    kept = made / ".kept"
    order = json.loads((made.parent / "order.json").read_text("utf-8"))
    segments = [kept / "shards" / name for name in order]
    first = marshal.loads(segments[0].read_bytes())  # noqa: S302  our own
    first["rows"][:2] = reversed(first["rows"][:2])
    segments[0] = out.parent / "swapped"
    segments[0].write_bytes(marshal.dumps(first, 2))
    other = out.parent / "other"
    name = json.loads(lines(out)[0])["file"]
    Assembly(other, kept / "plates", "lexington_2001, 2001-08-06", proof=True, pages_per_file=9).stream(segments)
    (other / name).replace(out / name)
    seal(out)
    # Where the objects lie in the file is of what its pages share, and one stamp is longer than the other.
    assert found(out, 0) == [("page", "manifest.jsonl:1"), ("page", "manifest.jsonl:2"), ("file", name)]


def test_a_line_that_is_lost_is_found(out):
    kept = lines(out)
    write_lines(out, kept[:1] + kept[2:])
    seal(out)
    assert ("place", "manifest.jsonl:2") in found(out)
    assert ("count", "manifest.jsonl") in found(out)
    assert ("sum", "control.json") in found(out)
    write_lines(out, kept[:-1])
    seal(out)
    assert ("place", json.loads(kept[-1])["file"]) in found(out)


def test_a_line_that_stands_twice_is_found(out):
    kept = lines(out)
    write_lines(out, [*kept[:3], kept[2], *kept[3:]])
    seal(out)
    assert {("place", "manifest.jsonl:4"), ("holder", "manifest.jsonl:4"), ("count", "manifest.jsonl")} <= set(
        found(out)
    )


def test_a_figure_that_is_changed_is_found_even_where_all_sums_were_mended(out):
    kept = lines(out)
    line = json.loads(kept[0])
    was = line["figures"]["holder_cash_net"]
    line["figures"]["holder_cash_net"] = f"{float(was) + 1:.2f}"
    write_lines(out, [json.dumps(line), *kept[1:]])
    seal(out)
    assert found(out, 0) == [("sum", "control.json")]
    control = json.loads((out / "control.json").read_text("utf-8"))
    for total in control["totals"]:
        if total["figure"] == "holder_cash_net":
            total["mailed"] = total["deal"] = f"{float(total['mailed']) + 1:.2f}"
    seal(out, totals=control["totals"])
    assert found(out, 0) == []
    assert found(out, 1) == [("printed", "manifest.jsonl:1")] * 2  # in the print stream and in the file of its own


@pytest.mark.parametrize("name", ["mailed", "deal", "residue"])
def test_a_sum_that_is_changed_is_found(out, name):
    totals = json.loads((out / "control.json").read_text("utf-8"))["totals"]
    totals[0][name] = "1.01"
    seal(out, totals=totals)
    assert set(found(out)) == {("sum", "control.json")}


def test_counts_that_are_changed_are_found(out):
    seal(out, holders=13)
    assert {("count", "control.json"), ("count", "manifest.jsonl")} == set(found(out))
    seal(out, holders=12, failed=[["BO-0000", ["why"]]])
    assert [kind for kind, _ in found(out)] == ["holder"]


def test_a_file_that_is_missing_or_nobody_s_is_found(out):
    name = json.loads(lines(out)[0])["file"]
    shutil.copy(out / name, out / "statements-0009.pdf")
    (out / name).unlink()
    assert found(out) == [("file", name), ("file", "statements-0009.pdf")]


@pytest.mark.parametrize("name", [".hidden", "notes.txt", "more"])
def test_whatever_else_lies_there_is_found(out, name):
    if name == "more":
        (out / name).mkdir()
    else:
        (out / name).write_text("x", "utf-8")
    assert found(out, 0) == [("file", name)]


@pytest.mark.parametrize("name", [".", "each", "each/4c"])
def test_folders_in_which_others_may_write_are_found(out, name):
    (out / name).chmod(0o777)
    assert [each for _, each in found(out, 0)] == [f"{name}/"]


def test_a_stream_without_pages_ties(tmp_path):
    """As of a correction that no statement has."""
    made = Assembly(tmp_path, tmp_path, "none", proof=True).stream([])
    ticket = Ticket(read_control(written(tmp_path, made)), Found())
    ticket.hold(tmp_path)
    assert ticket.found.told == []


def written(out, made):
    """The control and the ticket of what was put together, as `lexdocs mail` writes them, without anything to sum."""
    job = Job("00000001")
    control = Control("d", "e", "", "", {}, 0, 0, [], [], (), files_of(made, out), "", {}, [], 0, [])
    write_control(with_ticket(control, made, job, out), Paper(b"", 0), out)
    return out


def test_a_line_that_is_none_is_found_and_not_told(out):
    kept = lines(out)
    for wrong in (
        "{",
        kept[1].replace('"figures":{', '"figures":{"held_principal":"1.00",'),
        kept[1].replace("sha256", "sha1"),
    ):
        write_lines(out, [kept[0], wrong, *kept[2:]])
        seal(out)
        assert ("manifest", "manifest.jsonl:2") in found(out)


def test_no_finding_names_a_holder(out):
    kept = lines(out)
    write_lines(out, [*kept[1:], kept[1], "{"])
    told = verify(out, None).report.results
    assert told
    assert not [each for each in told if "BO-" in str(each)]


def test_one_lost_page_does_not_make_a_report_of_a_million_lines():
    gathered = Found()
    for number in range(1, 1001):
        gathered.add("page", number, "is another")
    assert len(gathered.results()) == 101
    assert "900 more" in gathered.results()[-1].message


@pytest.mark.parametrize("name", ["statements-0001.pdf", "manifest.jsonl", "control.json"])
def test_files_that_others_may_read_and_links_are_told(out, tmp_path, name):
    (out / name).chmod(0o644)
    [told] = verify(out).report.results
    assert (str(told.where), told.message) == (name, "may be read by others than its owner")
    assert told.remedy == "take that right from all others"
    (out / name).chmod(0o600)
    (out / name).rename(tmp_path / "elsewhere")
    (out / name).symlink_to(tmp_path / "elsewhere")
    [told] = verify(out).report.results
    assert (str(told.where), told.message) == (name, "is a link, and what it leads to may change")


def test_holders_are_told_apart_where_their_places_are_not():
    places = Places(bits=3)
    labels = [(number, f"H-{number % 300}") for number in range(301)]
    for _, label in labels:
        places.mark(label)
    assert list(places.again(labels)) == [(300, 0)]


def test_what_is_no_mailing_is_refused(out, tmp_path):
    with pytest.raises(InputError, match="is no mailing"):
        verify(tmp_path / "nowhere")
    (out / "control.json").write_text("{}")
    with pytest.raises(InputError, match="is not the control"):
        verify(out)


def test_the_command_reports_and_exits(out):
    ran = CliRunner().invoke(app, ["verify", str(out), "--all"])
    assert ran.exit_code == 0, ran.output
    assert "12 holders = 11 statements + 1 without one" in ran.output
    (out / "manifest.jsonl").unlink()
    ran = CliRunner().invoke(app, ["verify", str(out), "--report", "json"])
    assert ran.exit_code == 1
    told = json.loads(ran.stdout)
    assert told["stands"]
    assert "mailing/file" in {each["rule"] if "rule" in each else each["rule_id"] for each in told["results"]}


def test_the_witness_imports_nothing_of_the_mailing():
    for path in Path(module.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            own = [name for name in names if name.startswith("lexdocs")]
            assert all(re.match(r"lexdocs\.(errors|checks\.(mailing|reports))\b", name) for name in own), path


def test_texts_are_read_as_other_readers_read_them(out):
    from lexdocs.checks.mailing.syntax import operations, value

    assert list(operations(b"BT /F1 9 Tf [(a\\050)-12.5<6263>]TJ ET % end"))[1:3] == [
        ("Tf", ["F1", 9]), ("TJ", [[b"a(", -12.5, b"bc"]]),
    ]  # fmt: skip
    assert value(b"(a(b)\\\n\\101)")[0] == b"a(b)A"
