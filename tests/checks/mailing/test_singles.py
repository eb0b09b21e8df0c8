"""Single files: whatever is done to one, or to what is said of it, is found on the line of its holder."""

import json
import shutil

import pikepdf
import pytest

from lexdocs.checks.mailing.plain import parted
from lexdocs.checks.mailing.syntax import operations
from lexdocs.checks.mailing.verify import verify
from tests.checks.mailing.spoiling import flip, found, lines, seal, write_lines

pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


def single(out, place):
    """The file of the holder of a line."""
    return json.loads(lines(out)[place])["each"]["file"]


def own_part(out, place):
    """Where in a holder's file its own part begins, behind what it shares with others."""
    return (out / single(out, place)).read_bytes().index(b"%%EOF") + 6


def messages(out, sample=None):
    return [each.message for each in verify(out, sample).report.results]


def change_line(out, place, change):
    kept = lines(out)
    line = json.loads(kept[place])
    change(line)
    write_lines(out, [*kept[:place], json.dumps(line), *kept[place + 1 :]])
    seal(out)


@pytest.mark.parametrize("where", ["frame", "own", "last"])
def test_a_byte_that_is_changed_in_a_single_file_is_found_without_reading_it(out, where):
    name = single(out, 4)
    data = (out / name).read_bytes()
    flip(out, name, {"frame": 5000, "own": own_part(out, 4) + 200, "last": len(data) - 3}[where])
    assert ("single", "manifest.jsonl:5") in found(out, 0)
    assert f"{name}: has another SHA-256 than the line says" in messages(out, 0)


def test_any_byte_that_is_changed_in_a_single_file_is_found_without_a_traceback(out):
    name = single(out, 0)
    data = (out / name).read_bytes()
    for at in (*range(7, len(data), len(data) // 8), *range(own_part(out, 0), len(data), 400)):
        (out / name).write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        assert ("single", "manifest.jsonl:1") in found(out)


def test_a_single_file_that_is_missing_is_found_and_one_that_is_nobody_s(out):
    name = single(out, 2)
    shutil.copy(out / name, (out / name).with_name("BO-9999.pdf"))
    (out / name).unlink()
    (out / "each" / "note.txt").write_text("mine")
    said = messages(out, 0)
    assert said[0] == f"{name}: is missing"
    assert {
        "holds 1 that no line of the manifest names",
        "something in it is no folder of single files",
        "10 files of single files, and control.json says 11",
    } < set(said)
    assert ("single", name.rpartition("/")[0]) in found(out, 0)


def test_a_single_file_that_others_may_read_or_that_is_a_link_is_found(out):
    one, other = out / single(out, 1), out / single(out, 3)
    one.chmod(0o644)
    other.rename(out / "elsewhere")
    other.symlink_to(out / "elsewhere")
    said = messages(out, 0)
    assert f"{single(out, 1)}: may be read by others than its owner" in said
    assert any(each.startswith(f"{single(out, 3)}: cannot be opened") for each in said)


def test_two_single_files_that_changed_places_are_found(out):
    one, other = json.loads(lines(out)[0])["each"], json.loads(lines(out)[1])["each"]
    swapped = [(0, one["file"], other), (1, other["file"], one)]
    data = {each["file"]: (out / each["file"]).read_bytes() for each in (one, other)}
    for place, name, said in swapped:
        (out / name).write_bytes(data[said["file"]])
        change_line(out, place, lambda line, n=name, s=said: line.update(each={**s, "file": n}))
    # Their hashes are right, and so are all counts: what is written in them is not.
    assert found(out, 0) == []
    assert {kind for kind, _ in found(out)} == {"printed"}


def test_a_file_that_is_not_named_for_its_holder_is_found(out):
    change_line(out, 0, lambda line: line.update(holder="BO-2001"))
    assert ("single", "manifest.jsonl:1") in found(out, 0)
    assert "its file is not named for the identifier of its holder" in messages(out, 0)


def test_pages_and_counts_that_are_wrong_are_found(out):
    change_line(out, 0, lambda line: line["each"].update(pages=5))
    assert f"{single(out, 0)}: has 2 pages, and the line says 5" in messages(out, 0)
    control = json.loads((out / "control.json").read_text("utf-8"))
    seal(out, singles=control["singles"] | {"bytes": 7})
    assert ("count", "each/") in found(out, 0)


def test_a_line_without_one_of_the_forms_is_found(out):
    change_line(out, 0, lambda line: line.pop("each"))
    assert ("place", "manifest.jsonl:1") in found(out, 0)


def test_a_figure_that_was_changed_with_every_sum_is_found_in_both_forms(out):
    def more(line):
        line["figures"]["holder_cash_net"] = f"{float(line['figures']['holder_cash_net']) + 1:.2f}"

    change_line(out, 0, more)
    control = json.loads((out / "control.json").read_text("utf-8"))
    for total in control["totals"]:
        if total["figure"] == "holder_cash_net":
            total["mailed"] = total["deal"] = f"{float(total['mailed']) + 1:.2f}"
    seal(out, totals=control["totals"])
    assert found(out, 0) == []
    assert found(out, 1) == [("printed", "manifest.jsonl:1")] * 2


def test_quotients_are_read_and_summed_exactly(out):
    """Sixths of a cent, as a deal divides them: each is exact, and so is their sum."""
    shares = ["-460/497", "460/497", "1/3", "1/6", "0.50"]
    for place, share in enumerate(shares):
        change_line(out, place, lambda line, said=share: line["figures"].update(holder_withheld=said))
    control = json.loads((out / "control.json").read_text("utf-8"))
    others = sum(float(json.loads(each)["figures"]["holder_withheld"] or 0) for each in lines(out)[5:])
    assert others == 0
    for total in control["totals"]:
        if total["figure"] == "holder_withheld":
            total.update(mailed="1.00", deal="4/3", residue="1/3")
    seal(out, totals=control["totals"], printed=[])
    assert found(out) == []
    change_line(out, 2, lambda line: line["figures"].update(holder_withheld="2/6000000"))
    assert found(out) == [("sum", "control.json")]
    assert "the manifest adds up to 666667/1000000" in messages(out)[0]


@pytest.mark.parametrize("form", ["stream", "single"])
def test_a_mark_of_a_proof_that_is_missing_or_left_is_found(out, form):
    name = single(out, 0) if form == "single" else json.loads(lines(out)[0])["file"]
    control = json.loads((out / "control.json").read_text("utf-8"))
    seal(out, released=True)
    kinds = [kind for kind, _ in found(out, 0)]
    assert kinds.count("proof") == 22
    assert kinds.count("release") == 1
    with pikepdf.open(out / name, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        page.Contents = pikepdf.Array(list(page.Contents)[:-1])
        pdf.save(object_stream_mode=pikepdf.ObjectStreamMode.generate)
    seal(out, released=control["released"])
    assert any("PROOF is not said on each page" in each for each in messages(out, 0))


def test_what_is_stamped_is_read_quickly_and_alike(out):
    with pikepdf.open(out / single(out, 1)) as pdf:
        data = pdf.pages[0].Contents[1].read_bytes()
    slow = [
        b"".join(each for each in (said[-1] if isinstance(said[-1], list) else said) if isinstance(each, bytes))
        for operator, said in operations(data)
        if operator in ("Tj", "TJ")
    ]
    texts, rest = parted(data) or ([], b"")
    assert texts == slow
    assert rest.count(b"\0") == len(slow)
    for other in (b"BT [(a)-5(b)]TJ ET", b"(a(b)c) Tj", b"<61> Tj", b"% (a)\n(b) Tj"):
        assert parted(other) is None
