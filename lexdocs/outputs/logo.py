"""A deal's logo: a picture that the page carries inside it, and which may neither fetch, run, nor say anything."""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from pathlib import Path

from lxml import etree

from lexdocs.errors import Problem, Where

PICTURES = ("data:image/svg+xml;base64,", "data:image/png;base64,")
"""What addresses of pictures begin with: the picture itself stands in the address."""
_MOST = 512 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_NO_ELEMENTS = {
    "script": "runs a program", "foreignObject": "holds a page", "image": "holds another picture",
    "text": "holds letters, which would be set in whatever font there is", "animate": "moves", "set": "moves",
    "animateTransform": "moves", "animateMotion": "moves", "a": "holds a link",
}  # fmt: skip
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|data:", re.IGNORECASE)


def logo_of(path: Path, where: Where) -> tuple[str, list[Problem]]:
    """The address of a picture, with the picture in it, and what is wrong with it; `where` names it."""
    if path.is_symlink() or not path.is_file():
        return "", [Problem(where, f'there is no file "{path.name}" beside this one', "put the picture there")]
    if path.stat().st_size > _MOST:
        return "", [Problem(where, f"{path.name} has more than 512 kB", "save it smaller: it stands in every file")]
    data = path.read_bytes()
    what, remedy = _unfit(data, path.suffix.lower())
    if what:
        return "", [Problem(where, f"{path.name} {what}", remedy)]
    kind = PICTURES[0] if path.suffix.lower() == ".svg" else PICTURES[1]
    return kind + base64.b64encode(data).decode("ascii"), []


@lru_cache(maxsize=4)
def picture_in(address: str) -> tuple[str, bytes] | None:
    """Type and bytes of the picture that stands in an address; None for any other, or one that may not stand there.

    >>> picture_in("data:image/png;base64,AAAA"), picture_in("https://example.org/x.png")
    (None, None)
    """
    head = next((each for each in PICTURES if address.startswith(each)), None)
    if head is None:
        return None
    try:
        data = base64.b64decode(address.removeprefix(head), validate=True)
    except ValueError:
        return None
    if _unfit(data, ".svg" if head == PICTURES[0] else ".png") != ("", ""):
        return None
    return head.removeprefix("data:").partition(";")[0], data


@lru_cache(maxsize=4)
def _unfit(data: bytes, suffix: str) -> tuple[str, str]:
    if suffix == ".png":
        return ("", "") if data.startswith(_PNG) else ("is not a PNG picture", "save it as PNG or SVG")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return f"is not SVG ({error.msg})", "save it as SVG or PNG"
    if root.tag != f"{_SVG}svg" or root.getroottree().docinfo.doctype:
        return "is not plain SVG", "save it as SVG without a document type"
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        tag = etree.QName(element).localname
        if tag in _NO_ELEMENTS:
            return f"{_NO_ELEMENTS[tag]} (<{tag}>)", "draw it with outlines alone"
        words = [element.text or "", *map(str, element.attrib.values())]
        names = [etree.QName(name).localname for name in element.attrib]
        if any(name.startswith("on") for name in names):
            return "runs a program", "draw it with outlines alone"
        links = [str(said) for name, said in zip(names, element.attrib.values(), strict=True) if name == "href"]
        outside = any(not each.startswith("#") for each in links)
        if outside or any(_OUTSIDE.search(each) for each in words):
            return "asks for another file", "draw it with outlines alone"
    return "", ""
