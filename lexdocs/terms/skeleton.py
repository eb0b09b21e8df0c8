"""A term sheet to start from: every term of a kind of offer, empty, with what it is and how it is written."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from lexdocs.terms.fields import Section
from lexdocs.terms.sheet import TermSheet
from lexdocs.terms.validation import example_of, section_type

_LEFT_OUT = ("kind", "sources", "holders", "tenders", "law", "acknowledged")
_TAIL = """
# holders:
#   level: registered, participant or beneficial
#   file:             # register.csv; or a workbook (.xlsx), a Parquet file, or lines of fixed positions
#   columns:          # where the register's headings differ: our name: its heading
#   sheet:            # of a workbook that has several
#   skip_lines:       # lines or rows above the heading
#   layout:           # of fixed positions: our name of a column: its first and last position, like 41-55

# tenders:            # a log of tenders, tenders.csv: time, holder, action (tender or withdrawal), principal;
#   columns:          # with it, the register has no columns tendered and withdrawn

# law:                # what counsel elects and knows; what is left out is counsel's to decide
#   relief:           # none, or the relief that is elected
#   exemption:        # 3(a)(9), 4(a)(2)/144A/Reg S, 3(a)(10), registered or 1145
#   convertible:      # no: offers for convertible notes are not covered
#   t3_filed:
#   t3_effective:
#   facts:            # what no other term shows
#     - fact:         # such as: same issuer
#       holds: yes
#   tax:
#     publicly_traded:
#     issue_price:
#     allocated_to_warrants:
#     federal_rate:

# acknowledged:       # findings that counsel has taken note of, by the keys that `lexdocs validate` shows
#   - finding:
#     by:
#     because:

# sources:
#   release:
#     document: press release of …
#     states:
#       paragraph 1: [company.name, old_notes.rate]
"""


def skeleton(kind: str, model: type[TermSheet], schema: str) -> str:
    """The text of a new term sheet; `schema` is what editors find its JSON Schema by."""
    head = [f"# yaml-language-server: $schema={schema}", "", f"kind: {kind}"]
    return "\n".join([*head, *_section(model, "")]) + "\n" + _TAIL


def _section(model: type[Section], indent: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if not indent and name in _LEFT_OUT:
            continue
        inner = section_type(field.annotation)
        optional = not field.is_required()
        listed = "tuple" in str(field.annotation)
        if not indent:
            yield ""
        if inner is None or not issubclass(inner, Section):
            yield from _term(name, field, indent, listed, optional)
            continue
        yield f"{indent}{name}: # {field.description}" + ("; leave it out where there is none" if optional else "")
        body = list(_section(inner, indent + ("    " if listed else "  ")))
        if listed:
            body[0] = f"{indent}  - {body[0].strip()}"
        yield from body


def _term(name: str, field: FieldInfo, indent: str, listed: bool, optional: bool) -> Iterator[str]:
    how = example_of(field)
    said = "; ".join(part for part in (field.description, how, "may be fixed later" if optional else "") if part)
    if listed:
        yield f"{indent}{name}: # {said}"
        yield f"{indent}  -"
    else:
        yield f"{indent}# {name}: {said}" if optional else f"{indent}{name}: # {said}"
