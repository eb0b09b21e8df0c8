"""Holding a tree of typed texts against a model, and saying everything that is wrong with it at once."""

from __future__ import annotations

from enum import Enum
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from lexdocs.errors import InputError, Problem, Where, did_you_mean
from lexdocs.notation.error import NotationError
from lexdocs.terms.changes import parse_path
from lexdocs.terms.fields import IN_WORDS
from lexdocs.terms.reader import Path_, Sheet, dotted

M = TypeVar("M", bound=BaseModel)

_MANY = 10


def validate(sheet: Sheet, model: type[M]) -> M:
    """The model of a sheet. Raises `InputError` with every problem, each at its place."""
    problems = list(sheet.problems)
    try:
        values = model.model_validate(sheet.data)
    except ValidationError as error:
        problems += [
            problem for each in error.errors(include_url=False) for problem in _problems(sheet, model, dict(each))
        ]
    else:
        if not problems:
            return values
    # A key that is only misspelt is one mistake, not an unknown term and a missing one.
    meant = {problem.remedy for problem in problems if "is not a term" in problem.what}
    kept = [
        each for each in problems
        if "is missing" not in each.what or f'did you mean "{each.what.split(":")[0].rsplit(".", 1)[-1]}"?' not in meant
    ]  # fmt: skip
    raise InputError(sorted(kept, key=lambda problem: problem.where))


def model_at(model: type[BaseModel], path: Path_) -> type[BaseModel] | None:
    """The model of the section at a path, or None where there is none."""
    at: Any = model
    for part in path:
        if isinstance(part, int):
            continue
        if not (isinstance(at, type) and issubclass(at, BaseModel)) or part not in at.model_fields:
            return None
        at = section_type(at.model_fields[part].annotation)
    return at if isinstance(at, type) and issubclass(at, BaseModel) else None


def section_type(annotation: Any) -> type[BaseModel] | None:
    """The section class inside an annotation such as `tuple[Step, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = section_type(inner)
        if found is not None:
            return found
    return None


def _problems(sheet: Sheet, model: type[BaseModel], error: dict[str, Any]) -> list[Problem]:
    """The problems in one error; a check of several terms together reports a line for each."""
    cause = error.get("ctx", {}).get("error")
    if error["type"] != "value_error" or isinstance(cause, NotationError):
        return [_problem(sheet, model, error)]
    found = []
    for line in str(cause).splitlines():
        path, _, rest = line.partition(": ")
        what, _, remedy = rest.partition("; ")
        found.append(Problem(sheet.place(parse_path(path)), f"{path}: {what}", remedy))
    return found


def _problem(sheet: Sheet, model: type[BaseModel], error: dict[str, Any]) -> Problem:
    path = tuple(part for part in error["loc"] if isinstance(part, (str, int)))
    kind = error["type"]
    if kind == "extra_forbidden":
        around = model_at(model, path[:-1])
        known = list(around.model_fields) if around else []
        where = sheet.keys.get(path, sheet.place(path))
        remedy = did_you_mean(str(path[-1]), known) or "known here: " + ", ".join(sorted(known))
        return Problem(where, f'{dotted(path[:-1]) + ": " if path[:-1] else ""}"{path[-1]}" is not a term', remedy)
    where = sheet.place(path)
    name = dotted(path)
    if kind == "missing":
        around = model_at(model, path[:-1])
        field = around.model_fields.get(str(path[-1])) if around else None
        says = f" ({field.description})" if field and field.description else ""
        return Problem(_key_place(sheet, path[:-1]), f"{name}: is missing{says}", _without(field) or example_of(field))
    cause = error.get("ctx", {}).get("error")
    if error.get("input") is None:
        field = _field(model, path)
        remedy = _without(field) or example_of(field) or "write its value or remove the line"
        # An empty value stands nowhere; its name does.
        return Problem(_key_place(sheet, path), f"{name}: is empty", remedy)
    if isinstance(cause, NotationError):
        return Problem(where, f"{name}: {cause.what}", cause.example)
    expected = {"model_type": "a section of names and values", "tuple_type": "a list", "dict_type": "names and values"}
    if kind in expected or kind in ("model_attributes_type", "list_type"):
        return Problem(where, f"{name}: must be {expected.get(kind, 'a list')}", _layout(kind))
    if kind == "string_type" and isinstance(error["input"], (list, dict)):
        is_what = "a list" if isinstance(error["input"], list) else "names and values"
        remedy = "write it behind the name; several lines stand below it, indented, after |-"
        return Problem(where, f"{name}: must be one text, and is {is_what}", remedy)
    if kind == "enum":
        choices = [str(each) for each in _members(_field(model, path))]
        near = did_you_mean(str(error["input"]), choices)
        if near and len(choices) > _MANY:
            return Problem(where, f'{name}: "{error["input"]}" is none of the {len(choices)} words for it', near)
        if near:
            return Problem(where, f'{name}: "{error["input"]}" is none of {", ".join(choices)}', near)
        # The remedy lists the words; to list them in the fault too would say the same thing twice.
        *most, last = choices
        remedy = f"write {', '.join(most)} or {last}" if most else f"write {last}"
        return Problem(where, f'{name}: "{error["input"]}" is no word for it', remedy)
    return Problem(where, f"{name}: {error['msg']}", example_of(_field(model, path)))


def _without(field: Any) -> str:
    """What to do if a deal has no such section; empty where nothing is said of that."""
    extra = getattr(field, "json_schema_extra", None)
    return str(extra.get("x-without", "")) if isinstance(extra, dict) else ""


def _layout(kind: str) -> str:
    return "write one `- item` a line" if kind in ("tuple_type", "list_type") else "write `name: value` lines, indented"


def _field(model: type[BaseModel], path: Path_) -> Any:
    around = model_at(model, path[:-1]) if path else None
    return around.model_fields.get(str(path[-1])) if around else None


def _members(field: Any) -> list[Any]:
    """The members of the enumeration that a field is."""
    annotation = getattr(field, "annotation", None)
    kinds = [annotation, *get_args(annotation)]
    return [member for kind in kinds if isinstance(kind, type) and issubclass(kind, Enum) for member in kind]


def example_of(field: Any) -> str:
    """How a term is written, as a remedy; empty where nothing is known of it."""
    for each in getattr(field, "metadata", ()):
        examples = (getattr(each, "json_schema", None) or {}).get("examples")
        if examples:
            return "write it in words" if examples[0] == IN_WORDS else f"write it like {examples[0]}"
    return ""


def _key_place(sheet: Sheet, path: Path_) -> Where:
    return sheet.keys.get(path, sheet.place(path))
