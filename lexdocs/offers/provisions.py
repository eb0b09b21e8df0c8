"""Provisions of what is offered that counsel writes out in words, each under a heading of its own."""

from __future__ import annotations

from typing import Annotated

from lexdocs.terms.fields import AxisOf, Section, leaf, part
from lexdocs.terms.sheet import ProseTerm


class Provision(Section):
    """A provision of the new notes, and what the old notes say of the same where they say anything."""

    name: str = part("a short name, which tells the provisions apart")
    heading: ProseTerm = leaf("provision_heading", "What the provision is called, such as Ranking")
    text: ProseTerm = leaf("provision_text", "What the new notes provide, in sentences without the last full stop")
    old: ProseTerm | None = leaf(
        "provision_of_old", "What the old notes provide of the same, without the last full stop", pending=True
    )


class WarrantProvision(Section):
    """A provision of the warrants."""

    name: str = part("a short name, which tells the provisions apart")
    heading: ProseTerm = leaf("warrant_provision_heading", "What the provision is called, such as Adjustment")
    text: ProseTerm = leaf(
        "warrant_provision_text", "What the warrants provide, in sentences without the last full stop"
    )


Provisions = Annotated[tuple[Provision, ...], AxisOf("provision", lambda each: each.name)]
WarrantProvisions = Annotated[tuple[WarrantProvision, ...], AxisOf("warrant_provision", lambda each: each.name)]
