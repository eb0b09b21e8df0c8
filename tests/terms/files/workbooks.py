"""Workbooks written as text, so that a reader sees what every cell is.

Cells stand between bars: `text`, `'0012` (a text that looks like a number), `1250.5`, `TRUE`, `2012-07-18 14:05`,
`=A1+1`, `#REF!`; behind a number or date a format may follow in braces, `123 {00000}`; `^` goes on with the cell above
(merged), and nothing is no cell.
"""

import datetime
import re
from fractions import Fraction

import openpyxl

_FORMAT = re.compile(r"(.*?) \{(.+)\}").fullmatch
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?").fullmatch
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]+)?").fullmatch


def value(said):
    """What a cell holds."""
    if not said:
        return None
    if said.startswith("'"):
        return said[1:]
    if said in ("TRUE", "FALSE"):
        return said == "TRUE"
    if _NUMBER(said):
        # A spreadsheet keeps every number with a point in binary.
        return float(Fraction(said)) if "." in said else int(said)
    return datetime.datetime.fromisoformat(said) if _DATE(said) else said


def write_workbook(path, sheets):
    """Write a workbook of sheets by name, each a text of rows."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, text in sheets.items():
        sheet = book.create_sheet(name)
        for row, line in enumerate(text.splitlines(), 1):
            for column, said in enumerate(map(str.strip, line.split("|")), 1):
                shown = _FORMAT(said)
                cell = sheet.cell(row, column, value(shown[1] if shown else said))
                if said.startswith("'"):
                    cell.data_type = "s"
                if shown:
                    cell.number_format = shown[2]
    book.save(path)
