"""The types of terms: values that counsel types in the written forms of `notation`, checked by pydantic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator

from lexdocs.notation.error import NotationError
from lexdocs.notation.forms import parse
from lexdocs.notation.units import (
    Count,
    Cusip,
    Date,
    DayCountName,
    Flag,
    Money,
    Number,
    Part,
    Percentage,
    Rate,
    RoundingRule,
    Telephone,
    Text,
    Time,
    Unit,
    YearDay,
)

IN_WORDS = "in words"


def _date_or_moment(text: object) -> object:
    """A date alone, or a moment with its place's time."""
    example = "write it like March 15, 2012, or like 9:00 a.m., New York City time, on March 15, 2012"
    if not isinstance(text, str):
        raise NotationError("is neither a date nor a moment", example)
    try:
        return parse(Unit.MOMENT if " time" in text else Unit.DATE, text)
    except NotationError as error:
        raise NotationError(error.what, example) from None


def _typed(unit: Unit, example: str) -> tuple[BeforeValidator, WithJsonSchema]:
    """How pydantic reads a unit, and how an editor describes it."""
    schema: dict[str, Any] = {"type": ["string", "number"], "examples": [example]}
    if unit is Unit.FLAG:
        schema = {"enum": [True, False, "yes", "no"], "examples": [example]}
    return BeforeValidator(lambda text: parse(unit, text) if isinstance(text, str) else text), WithJsonSchema(schema)


MoneyTerm = Annotated[Money, *_typed(Unit.MONEY, "$2,500")]
RateTerm = Annotated[Rate, *_typed(Unit.RATE, "9 3/8%")]
PercentageTerm = Annotated[Percentage, *_typed(Unit.PERCENTAGE, "66.5%")]
NumberTerm = Annotated[Number, *_typed(Unit.NUMBER, "6.25")]
CountTerm = Annotated[Count, *_typed(Unit.COUNT, "1,250 or eight")]
PartTerm = Annotated[Part, *_typed(Unit.FRACTION, "one-half")]
DateTerm = Annotated[Date, *_typed(Unit.DATE, "March 15, 2012")]
DayTerm = Annotated[YearDay, *_typed(Unit.DAY, "March 15")]
MomentTerm = Annotated[Time, *_typed(Unit.MOMENT, "5:00 p.m., New York City time, on March 15, 2012")]
TextTerm = Annotated[Text, *_typed(Unit.TEXT, IN_WORDS)]
FlagTerm = Annotated[Flag, *_typed(Unit.FLAG, "yes")]
CusipTerm = Annotated[Cusip, *_typed(Unit.CUSIP, "037833 10 0")]
TelephoneTerm = Annotated[Telephone, *_typed(Unit.TELEPHONE, "(202) 555-0143")]
RoundingTerm = Annotated[RoundingRule, *_typed(Unit.ROUNDING, "half up")]
DateOrMomentTerm = Annotated[
    Date | Time,
    PlainValidator(_date_or_moment),
    WithJsonSchema({"type": "string", "examples": ["March 15, 2012"]}),
]
DayCountTerm = Annotated[DayCountName, *_typed(Unit.DAY_COUNT, "30/360")]


class Section(BaseModel):
    """A part of the term sheet; a key it does not know is a mistake, not a remark."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _blank(cls, data: Any) -> Any:
        """Take an optional term whose name stands there without a value as not fixed yet."""
        if not isinstance(data, dict):
            return data
        optional = {name for name, field in cls.model_fields.items() if not field.is_required()}
        return {name: value for name, value in data.items() if value is not None or name not in optional}


@dataclass(frozen=True)
class AxisOf:
    """Says that a list of terms is an axis of rows: `Annotated[tuple[Step, ...], AxisOf("step", …)]`.

    `label` names a row, by a label or a contractual date and never by position; `item` is the leaf's
    name where the items are plain values.
    """

    axis: str
    label: Callable[[Any], str]
    item: str = ""


def leaf(name: str, says: str, *, pending: bool = False, default: Any = ...) -> Any:
    """A term that is a leaf: its figure name and what it is. `pending`: it may be fixed later."""
    return Field(default=None if pending else default, description=says, json_schema_extra={"x-figure": name})


def part(says: str, *, default: Any = ..., without: str = "") -> Any:
    """A section or a list of the term sheet, with what it is; `without` is what to do if a deal has none."""
    return Field(default=default, description=says, json_schema_extra={"x-without": without} if without else None)
