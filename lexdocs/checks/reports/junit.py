"""A report as JUnit XML: each file that was examined a test case, which passes where no result stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from lexdocs.checks.reports.record import Report, Reported
from lexdocs.checks.reports.rules import kind

# What XML cannot hold in any form.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """One test suite: a case for each result, then one for each file in which there is none."""
    failed = [each for each in report.results if each.stands]
    skipped = [each for each in report.results if not each.stands]
    named = {each.where.file for each in report.results}
    sound = [name for name in report.examined if name not in named]
    count = {"tests": len(report.results) + len(sound), "failures": len(failed), "errors": 0, "skipped": len(skipped)}
    suites = etree.Element("testsuites")
    suite = etree.SubElement(suites, "testsuite", _attributes(name=f"lexdocs {report.verb} {report.deal}", **count))
    properties = etree.SubElement(suite, "properties")
    for name, value in (("lexdocs", report.version), ("term sheet SHA-256", report.terms_sha256)):
        etree.SubElement(properties, "property", _attributes(name=name, value=value))
    for each in report.results:
        _case(suite, each)
    for name in sound:
        etree.SubElement(suite, "testcase", _attributes(classname=report.deal, name=name))
    xml = etree.tostring(suites, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return str(xml.decode("utf-8"))


def _case(suite: etree._Element, each: Reported) -> None:
    name = f"{each.where.file}: {each.figure or each.message}"
    case = etree.SubElement(suite, "testcase", _attributes(classname=each.rule_id, name=name))
    if each.where.line:
        case.set("line", str(each.where.line))
    case.set("file", _plain(each.where.file))
    said = [str(each), each.cause, kind(each.rule_id).help]
    if each.stands:
        failure = etree.SubElement(case, "failure", _attributes(message=each.message, type=each.rule_id))
        failure.text = _plain(_lines(said))
    else:
        why = f"accepted by {each.accepted.by}: {each.accepted.because}" if each.accepted else f"a {each.level}"
        etree.SubElement(case, "skipped", _attributes(message=why)).text = _plain(_lines(said))


def _lines(said: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(each for each in said if each))


def _attributes(**values: object) -> dict[str, str]:
    return {name: _plain(str(value)) for name, value in values.items()}


def _plain(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
