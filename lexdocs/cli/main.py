"""`lexdocs VERB [DEAL] [options]`: the verbs, and how their outcome becomes an exit code."""

from __future__ import annotations

import sys

import typer

from lexdocs.cli import (
    allocate,
    build,
    calc,
    check,
    figures,
    mail,
    mutate,
    release,
    review,
    start,
    status,
    tieout,
    translations,
    verify,
)
from lexdocs.errors import LexdocsError

app = typer.Typer(
    name="lexdocs", no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False,
    help="Produce the documents of a debt exchange or tender offer from one term sheet, with every figure proved.",
    epilog="Exit codes: 0 clean; 1 findings; 2 wrong usage; 3 invalid input; 4 a document could not be rendered; "
    "5 a mailing is incomplete.",
)  # fmt: skip
for verb in (
    start.init, build.build, check.check, status.status, figures.figures, figures.explain, review.validate,
    figures.schema, allocate.allocate, mail.mail, verify.verify, release.release, mutate.mutate, tieout.tieout,
    translations.translations,
):  # fmt: skip
    app.command()(verb)
app.add_typer(calc.calc)


def _version(asked: bool) -> None:
    if asked:
        from lexdocs import __version__

        typer.echo(f"lexdocs {__version__}")
        raise typer.Exit


@app.callback()
def _options(version: bool = typer.Option(False, "--version", callback=_version, help="Show the version.")) -> None:
    """Produce the documents of a debt exchange or tender offer from one term sheet, with every figure proved."""


def run() -> None:
    """Run the command line; what a user can cause ends in a message, never in a traceback."""
    try:
        app()
    except LexdocsError as error:
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        if len(error.problems) > 1:
            typer.echo(f"{len(error.problems)} problems", err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader went away, as `| head` does.
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    run()
