"""The kinds of results that reports know by name: what each says, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from lexdocs.errors import Severity
from lexdocs.outputs.laid.told import KINDS as FAULTS


@dataclass(frozen=True)
class Kind:
    """A kind of result: a sentence that says what it is, what to do about it, and how much it weighs by default."""

    says: str
    help: str
    level: Severity = Severity.ERROR


_REBUILD = "If the change is meant, run `lexdocs build` and commit what it writes; if it is not, take it back."
_ANEW = "Copy the mailing anew from where it was made, or make it again."
_ANY = Kind("Something to look at.", "The message says what to do.")
_LAW = Kind(
    "A rule that lexdocs can check is not met, or is for counsel to decide.",
    "Change the terms, or acknowledge the finding by its key in the term sheet; lexdocs gives no legal advice.",
)

KINDS = {
    "term-moved": Kind("A term moved, and printed figures with it.", _REBUILD),
    "rule-moved": Kind("A rule gives another result from the same inputs.", _REBUILD),
    "figure-drifted": Kind("A figure is printed otherwise than it is calculated.", _REBUILD),
    "edited-by-hand": Kind(
        "A figure is printed otherwise than it is calculated, and no figure moved.",
        "Output is built, never edited: run `lexdocs build`, or change the term or the template that says it.",
    ),
    "words-drifted": Kind("Words are printed that are not those of the templates.", _REBUILD),
    "markup-drifted": Kind("A file differs in what does not show: its style, its markup, its line ends.", _REBUILD),
    "record-drifted": Kind("The saved record says otherwise than the deal.", _REBUILD),
    "file-missing": Kind("A document that the deal gives is not in the output.", _REBUILD),
    "file-unknown": Kind("A file in the output is no document of the deal.", "Delete it, or keep it elsewhere."),
    "no-proof": Kind(
        "A number in the visible text has no proof.", "Print a figure in its place, or declare a rule citation."
    ),
    "not-written": Kind("A document could not be written.", "Mend the template, or fix the terms that it waits for."),
    "input": Kind("An input cannot be read, or leaves a figure meaningless.", "Correct it where it stands."),
    "acceptance-expired": Kind(
        "What was accepted for a time is accepted no longer.", "Mend what was accepted, or accept it anew."
    ),
    "accepts-nothing": Kind(
        "An acceptance fits no result.", "Delete it from accepted.yaml, or correct what it names.", Severity.WARNING
    ),
    "direction": Kind(
        "A value is rounded past what the words promise, nothing calls it rounded, or parts do not make their total.",
        "Print it in full, round it the other way, or say what it is.",
    ),
    "term/undefined": Kind(
        "A term is used that another document defines and this one does not.", "Define it where it is used first."
    ),
    "term/unused": Kind("A term is defined and never used.", "Leave the definition out, or use the term."),
    "term/twice": Kind("A term is defined twice in one document.", "Define it once, and use it from then on."),
    "term/capitals": Kind(
        "A defined term is written with other capitals behind its definition.", "Write it as it is defined."
    ),
    "term/early": Kind("A term is used before it is defined.", "Define it where it is used first."),
    **{
        f"page/{kind}": Kind(says, "Mend the style or the words; the message says how.")
        for kind, says in FAULTS.items()
    },
    "no-source": Kind("A term has no source.", "Name its source, or assume it, by whom and why.", Severity.NOTE),
    "source/contradicted": Kind(
        "The source of a term states another value.", "Correct the term, or name the source that states it."
    ),
    "source/not-found": Kind(
        "The source of a term does not state it in a form that is known.",
        "Read the place that it names.",
        Severity.NOTE,
    ),
    "source/none": Kind("The source of a term is not there to be read.", "Put it into the folder.", Severity.NOTE),
    "source/stray": Kind(
        "A file is no source of the deal.", "Name it as a source, or keep it elsewhere.", Severity.NOTE
    ),
    "tieout/contradicted": Kind(
        "A number stands where a figure of the deal belongs that has another value.", "Correct the text, or the term."
    ),
    "tieout/ambiguous": Kind("A number may be either of several figures.", "Say in the text which is meant."),
    "tieout/unexplained": Kind("A number follows from no figure of the deal.", "Find where it comes from."),
    "tieout/irregular": Kind("A right value is written in an irregular way.", "Correct the writing."),
    "tieout/said-two-ways": Kind("One fact is said in two ways.", "Say it in one."),
    "tieout/omitted": Kind("A document does not state what its kind should.", "State it.", Severity.WARNING),
    "tieout/nothing": Kind(
        "A file has no number and no name.", "See whether it was saved as a text that can be read.", Severity.WARNING
    ),
    "mailing/file": Kind("A file of a mailing is missing, or is not the one that its control names.", _ANEW),
    "mailing/manifest": Kind("A line of a manifest cannot be read, or has other figures than the rest.", _ANEW),
    "mailing/holder": Kind("A holder of a mailing has two lines, or is listed otherwise than the lines say.", _ANEW),
    "mailing/place": Kind("Pages of a mailing are nobody's, are told of twice, or are not there.", _ANEW),
    "mailing/page": Kind("A statement of a mailing is not the one of which its line has the SHA-256.", _ANEW),
    "mailing/printed": Kind("A statement of a mailing does not print an amount as its line says it.", _ANEW),
    "mailing/count": Kind("Holders of a mailing are not its statements and those without one.", _ANEW),
    "mailing/sum": Kind("A sum of a mailing is not what its lines add up to, or its residue is another.", _ANEW),
    "mailing/release": Kind("A mailing is not the one that was released.", _ANEW),
}


def kind(rule_id: str) -> Kind:
    """What is known of a kind of result.

    >>> kind("file-unknown").help
    'Delete it, or keep it elsewhere.'
    >>> kind("law/14e-1(a)").says
    'A rule that lexdocs can check is not met, or is for counsel to decide.'
    """
    return _LAW if rule_id.startswith("law/") else KINDS.get(rule_id, _ANY)
