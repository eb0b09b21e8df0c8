"""A figure of the manifest is held against the place where it is printed, in each form, and nowhere else."""

import json
import shutil
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from lexdocs.checks.mailing.beside import Figures, Named, Phrase
from lexdocs.checks.mailing.drawn import Written
from lexdocs.checks.mailing.pen import State, followed
from lexdocs.checks.mailing.spots import Beside, Set, Spot, beside_of, spots_in
from lexdocs.checks.mailing.syntax import operations
from lexdocs.checks.mailing.verify import verify
from lexdocs.mailing.mail import Asked, mail
from lexdocs.resources import bundled_deals

EXAMPLE = bundled_deals()["lexington_2001"]
WINDROW = Path(__file__).parents[2] / "deals" / "windrow"
pytestmark = [pytest.mark.xdist_group("mailed"), pytest.mark.soak]


@pytest.fixture(scope="module")
def mailed(tmp_path_factory):
    """The worked example in all forms."""
    out = tmp_path_factory.mktemp("beside") / "out"
    mail(Asked(EXAMPLE, out, each=True, html=True, sample=0))
    return out


@pytest.fixture
def out(mailed, tmp_path):
    return shutil.copytree(mailed, tmp_path / "out", ignore=shutil.ignore_patterns(".kept"))


def change(out, changes):
    """Change figures of the manifest, with every sum and hash, so that the statements alone can tell."""
    lines = [json.loads(each) for each in (out / "manifest.jsonl").read_text("utf-8").splitlines()]
    control = json.loads((out / "control.json").read_text("utf-8"))
    for place, name, said in changes:
        old, lines[place]["figures"][name] = lines[place]["figures"][name], said
        for total in control["totals"]:
            if total["figure"] == name:
                moved = Decimal(total["mailed"]) + Decimal(said) - Decimal(old)
                total.update(mailed=str(moved), deal=str(moved))
    data = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    (out / "manifest.jsonl").write_bytes(data)
    control["files"]["manifest.jsonl"].update(bytes=len(data), sha256=sha256(data).hexdigest())
    (out / "control.json").write_text(json.dumps(control), "utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        [(0, "holder_interest", "0.00")],  # none at all
        [(0, "holder_warrants", "99999")],  # a whole count
        [(0, "accepted_principal", "246000.00")],  # the fee, which stands elsewhere on the statement
        [(0, "returned_principal", "82000.00")],  # a dash is printed
        [(0, "holder_warrants", "44695"), (1, "holder_warrants", "30515")],  # the sums are as they were
    ],
)
def test_a_figure_that_is_not_what_stands_in_its_place_is_found_in_each_form(out, changes):
    assert verify(out, None).ties
    change(out, changes)
    told = [str(each) for each in verify(out, None).report.results]
    assert len(told) == 3 * len(changes)
    assert all(f"its {name} is not printed there as its line says it" in "\n".join(told) for _, name, _ in changes)


def test_figures_of_one_statement_that_changed_places_are_found(mailed, monkeypatch):
    """Whichever two: the words beside each are looked at, not what stands anywhere."""
    control = json.loads((mailed / "control.json").read_text("utf-8"))
    line = json.loads((mailed / "manifest.jsonl").read_text("utf-8").splitlines()[0])
    figures = Figures({name: Named(tuple(map(Phrase.of, said["words"])), said["or_nil"])
                       for name, said in control["beside"].items()})  # fmt: skip
    for written in statements(mailed, monkeypatch):
        assert list(figures.wrong(line["figures"], written)) == []
        # What is pending stands nowhere, nor does what no page prints.
        given = {name: said for name, said in line["figures"].items() if said and name in control["printed"]}
        assert len(given) > 20
        for one, said in given.items():
            for other in given.values():
                wrong = list(figures.wrong(line["figures"] | {one: other}, written))
                assert wrong == ([one] if Decimal(other) != Decimal(said) else []), (one, other)


def statements(out, monkeypatch):
    """What is written on the statement of the first holder, in each form."""
    found = []

    def seen(_, __, written):
        found.append(written)
        return iter(())

    with monkeypatch.context() as patch:
        patch.setattr(Figures, "wrong", seen)
        assert verify(out, 1).ties
    assert len(found) == 3
    return found


def test_only_what_is_printed_is_said_to_be(tmp_path):
    """A statement may print a figure by its parts, or for some holders alone; the control does not say more."""
    mail(Asked(WINDROW, tmp_path / "out", sample=0))
    assert verify(tmp_path / "out", None).report.results == ()
    control = json.loads((tmp_path / "out" / "control.json").read_text("utf-8"))
    summed = {total["figure"] for total in control["totals"]}
    assert "option_accepted[notes]" in summed
    assert "option_accepted[notes]" not in control["printed"]
    assert control["beside"]["holder_fee"] == {"or_nil": True, "words": ["In all"]}


def test_what_a_statement_does_not_print_must_be_nil_where_it_always_was():
    named = {
        "fee": Named((Phrase.of("Fee"),), or_nil=True),
        "early": Named((Phrase.of("Early"),), or_nil=False),
    }
    spots = [Spot(Beside("Net"), "$7.00")]
    wrong = Figures(named).wrong
    assert list(wrong({"fee": "5.00", "early": "5.00"}, Written("", spots))) == ["fee"]
    assert list(wrong({"fee": "0.00", "early": "0.00"}, Written("", spots))) == []
    assert list(wrong({"fee": "1/3"}, Written("", spots))) == []
    assert list(wrong({"fee": "5.00"}, Written("", [Spot(Beside("Fee"), "five dollars")]))) == []
    assert list(wrong({"fee": "5.00"}, Written("", ticks={"fee": ["$5.00", "$4.00"]}))) == ["fee"]


@pytest.mark.parametrize(
    ("words", "beside", "found"),
    [
        ("Retained", Beside("Retained"), True),
        ("Retained", Beside("Held: accepted and retained"), False),
        ("Option A …", Beside("Option A \0"), True),
        ("Option A …", Beside("Option A"), False),
        ("Option A …", Beside("Option A $5.00"), True),
        ("Of which in cash", Beside("Paid in all \0 Of which in cash"), True),
        ("Less: rest below $1, paid in cash", Beside("Less: rest below $1,", "Entitlement", "paid in cash"), True),
        ("Less: rest below $1, paid in cash", Beside("paid in cash", "Less: rest below $1,", "Net"), True),
        ("", Beside(""), False),
    ],
)  # fmt: skip
def test_words_are_found_on_their_line_or_broken_into_two(words, beside, found):
    figures = Figures({"it": Named((Phrase.of(words),), or_nil=False)})
    assert list(figures.wrong({"it": "1.00"}, Written("", [Spot(beside, "$2.00")]))) == ["it"] * found


def test_texts_are_placed_by_their_matrices():
    data = b"q 2 0 0 2 10 20 cm BT /F 9 Tf 5 7 Td (a) Tj 0 -9 TD (b) Tj T* (c) Tj 1 0 0 1 3 3 Tm [(d) -5 (e)] TJ ET Q"
    shown, left = followed(operations(data), State())
    assert [(piece.x, piece.y, piece.font, piece.codes) for piece in shown] == [
        (20, 34, "F", b"a"), (20, 16, "F", b"b"), (20, -2, "F", b"c"), (16, 26, "F", b"de"),
    ]  # fmt: skip
    assert len(left.kept) == 1


def test_words_to_the_left_are_those_of_one_line():
    texts = [Set(9, 50.5, "Net"), Set(99, 50, "", 0), Set(9, 40, "Gross due"), Set(99, 40, "", 1), Set(60, 40, "", 2)]
    assert beside_of(texts) == {
        0: Beside("Net", "", "Gross due \0 \0"), 1: Beside("Gross due \0", "Net \0"), 2: Beside("Gross due", "Net \0"),
    }  # fmt: skip
    assert list(spots_in([Set(9, 40, "You get $5, or —.")])) == [
        Spot(Beside("You get"), "$5"), Spot(Beside("You get $5, or"), "—"),
    ]  # fmt: skip
