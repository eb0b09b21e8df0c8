"""The JSON Schema that editors are given is the schema of the terms, and the example keeps to it."""

import json
from pathlib import Path

import jsonschema

from lexdocs.offers.kinds import schema_of
from lexdocs.resources import bundled_deals
from lexdocs.terms.reader import read_sheet

SCHEMA = Path(__file__).parents[2] / "lexdocs" / "schema" / "term-sheet.schema.json"
FOLDERS = [*bundled_deals().values(), *sorted((Path(__file__).parents[1] / "deals").iterdir())]


def test_the_file_for_editors_is_what_the_verb_prints():
    assert SCHEMA.read_text("utf-8") == schema_of("exchange")


def test_every_term_is_described():
    schema = json.loads(schema_of("exchange"))
    for section in [schema, *schema["$defs"].values()]:
        for name, term in section.get("properties", {}).items():
            assert term.get("description") or "$ref" in term, name


def test_every_deal_names_the_schema_and_keeps_to_it():
    schema = json.loads(schema_of("exchange"))
    for folder in FOLDERS:
        sheet = folder / "term-sheet.yaml"
        head = sheet.read_text("utf-8").split("\n", 1)[0]
        named = sheet.parent / head.removeprefix("# yaml-language-server: $schema=")
        assert named.resolve() == SCHEMA.resolve()
        jsonschema.validate(read_sheet(sheet).data, schema)


def test_the_schema_finds_a_misspelt_term():
    data = read_sheet(FOLDERS[0] / "term-sheet.yaml").data
    data["contcat"] = data.pop("contact")
    validator = jsonschema.Draft202012Validator(json.loads(schema_of("exchange")))
    assert len(list(validator.iter_errors(data))) == 2
