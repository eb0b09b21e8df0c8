"""Spoiling a mailing: its lines, its control, a byte of a file; and what its witness finds."""

import json
from hashlib import sha256

from lexdocs.checks.mailing.verify import verify


def lines(out):
    return (out / "manifest.jsonl").read_text("utf-8").splitlines()


def write_lines(out, changed):
    (out / "manifest.jsonl").write_text("".join(f"{line}\n" for line in changed), "utf-8")


def seal(out, **said):
    """Make the ticket and the control name the files as they are now, so that only what is in them can tell."""
    ticket = json.loads((out / "job.json").read_text("utf-8"))
    for each in ticket["files"]:
        each.update(named(out / each["file"]))
    (out / "job.json").write_text(json.dumps(ticket), "utf-8")
    control = json.loads((out / "control.json").read_text("utf-8")) | said
    for name, each in control["files"].items():
        each.update(named(out / name))
    (out / "control.json").write_text(json.dumps(control), "utf-8")


def named(path):
    data = path.read_bytes()
    return {"bytes": len(data), "sha256": sha256(data).hexdigest()}


def found(out, sample=None):
    return [(each.rule_id.removeprefix("mailing/"), str(each.where)) for each in verify(out, sample).report.results]


def flip(out, name, at):
    data = bytearray((out / name).read_bytes())
    data[at] ^= 1
    (out / name).write_bytes(data)
