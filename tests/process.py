"""The command line as a process of its own that is forked off the tests': its libraries are loaded already.

It has its own folder, environment, streams and end, as a process that was started has, and costs none of the second
that starting one takes. With `package`, a folder, it runs the `lexdocs` that lies there, loaded anew.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

# Loaded here, before anything is forked, so that no process of a test loads it again.
import lexdocs.checks.held
import lexdocs.checks.mutation.running
import lexdocs.checks.reports
import lexdocs.cli.main
import lexdocs.cli.reporting
import lexdocs.documents.document
import lexdocs.outputs.html
import lexdocs.outputs.pdf
import lexdocs.outputs.text  # noqa: F401  as above

ROOT = Path(__file__).parents[1]


def forked(
    *arguments: object, cwd: Path = ROOT, environment: Mapping[str, str] | None = None, package: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `lexdocs` with some arguments; what it said and its exit code, as `subprocess.run` gives them."""
    words = [str(each) for each in arguments]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if not child:
            _child(words, cwd, environment or {}, package, (out.fileno(), err.fileno()))
        _, status = os.waitpid(child, 0)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read().decode("utf-8"))
    return subprocess.CompletedProcess(["lexdocs", *words], os.waitstatus_to_exitcode(status), *said)


def _child(
    words: list[str], cwd: Path, environment: Mapping[str, str], package: Path | None, streams: tuple[int, int]
) -> NoReturn:
    code = 1
    try:
        for number, stream in enumerate(streams, 1):
            os.dup2(stream, number)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8")
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", write_through=True)
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115  it is open as long as the process is
        warnings.resetwarnings()
        for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
            warnings.simplefilter("ignore", category)
        os.chdir(cwd)
        os.environ.update({"NO_COLOR": "1", "COLUMNS": "200", **environment})
        sys.argv = ["lexdocs", *words]
        if package is not None:
            _load(package)
        from lexdocs.cli.main import run

        run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  as Python itself does at the end of a process
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _load(package: Path) -> None:
    """Forget the package that the tests have, and take the one that lies in a folder."""
    for name in [each for each in sys.modules if each.partition(".")[0] == "lexdocs"]:
        del sys.modules[name]
    sys.path.insert(0, str(package))
    os.environ["PYTHONPATH"] = str(package)
    sys.dont_write_bytecode = False
    import lexdocs

    assert Path(lexdocs.__file__).is_relative_to(package), lexdocs.__file__
