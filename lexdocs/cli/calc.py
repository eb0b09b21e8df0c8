"""`lexdocs calc …`: one question without a deal, answered with its proof."""

from __future__ import annotations

import typer

from lexdocs.cli import calc_accrued, calc_business_days, calc_daycount, calc_prorate, calc_schedule

calc = typer.Typer(
    name="calc", no_args_is_help=True, help="Answer one question without a deal, with its proof.",
    epilog="A shell takes $64 in $64,500,000 for a variable of its own: quote the amount, or leave its sign out.",
)  # fmt: skip
for verb in (calc_daycount.daycount, calc_accrued.accrued, calc_schedule.schedule, calc_prorate.prorate):
    calc.command()(verb)
calc.command("business-days")(calc_business_days.business_days)
