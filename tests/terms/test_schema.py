"""The JSON Schema that editors are given is the schema of the terms, and the example keeps to it."""

import json
from pathlib import Path

import jsonschema
import pytest

from lexdocs.offers.kinds import KINDS, schema_of
from lexdocs.resources import bundled_deals
from lexdocs.terms.reader import read_sheet

SCHEMAS = Path(__file__).parents[2] / "lexdocs" / "schema"
FOLDERS = [*bundled_deals().values(), *sorted((Path(__file__).parents[1] / "deals").iterdir())]


def file_of(kind):
    """The committed schema of a kind of offer; the exchange offer's is the one that editors know longest."""
    return SCHEMAS / ("term-sheet.schema.json" if kind == "exchange" else f"{kind.replace('_', '-')}.schema.json")


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_for_editors_is_what_the_verb_prints(kind):
    assert file_of(kind).read_text("utf-8") == schema_of(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_term_is_described(kind):
    schema = json.loads(schema_of(kind))
    for section in [schema, *schema["$defs"].values()]:
        for name, term in section.get("properties", {}).items():
            assert term.get("description") or "$ref" in term, name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_deal_names_the_schema_of_its_kind_and_keeps_to_it(folder):
    sheet = folder / "term-sheet.yaml"
    data = read_sheet(sheet).data
    head = sheet.read_text("utf-8").split("\n", 1)[0]
    named = sheet.parent / head.removeprefix("# yaml-language-server: $schema=")
    assert named.resolve() == file_of(str(data["kind"])).resolve()
    jsonschema.validate(data, json.loads(schema_of(str(data["kind"]))))


def test_the_schema_finds_a_misspelt_term():
    data = {**read_sheet(FOLDERS[0] / "term-sheet.yaml").data}  # the sheet that was read is shared
    data["contcat"] = data.pop("contact")
    validator = jsonschema.Draft202012Validator(json.loads(schema_of("exchange")))
    assert len(list(validator.iter_errors(data))) == 2
