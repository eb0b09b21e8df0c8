"""Markup typed into templates: only the elements, attributes and anchors that a document can have."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lexdocs.documents.allowed import ATTRIBUTES, TAGS, WORDED
from lexdocs.documents.script import OUTPUT, Script, exclusive
from lexdocs.errors import Problem, did_you_mean

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)(?=[\s/>])((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?")
# A list of attributes behind a heading or a paragraph: {#anchor}, {: .class }
ATTRIBUTE_LIST = re.compile(r"\{(?::|(?=#))\s*([^}\n]*)\}")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(\s*([^)\s]*)[^)]*\)")
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:", re.MULTILINE)
_ADDRESS = re.compile(r"\b(?:(?:https?|ftp|file):|(?:data|javascript|vbscript):\S)[^\s<>\"')]*", re.IGNORECASE)
_PICTURES = frozenset({"img", "picture", "svg", "object", "embed", "image", "video"})
# What bears them is read past when a page's numbers are looked at.
_OWN_CLASSES = frozenset({"note-call", "note-mark", "number-of-heading"})
_LOOKS = 'ask for a look by its name, as class="…"; looks stand in templates/style/'
_INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("style", "font", "center", "link"), _LOOKS), "u": "write **bold** or *italic*",
    "script": "leave it out: pages hold words alone", "iframe": "leave it out: pages hold words alone",
    "hr": "leave it out", "code": "leave it out", "pre": "leave it out",
}  # fmt: skip
_CURLY = "“”„‘’‚«»"
_INPUTS = frozenset({"input", "textarea", "select", "button", "form"})
ENTITY = re.compile(r"&(#\w+|\w+);")


@dataclass(frozen=True)
class Anchor:
    """An id in the words, or a reference to one, and its offset."""

    name: str
    offset: int


def markup_problems(words: Script, elsewhere: Callable[[], Mapping[str, str]] = dict) -> Iterator[Problem]:
    """Everything in the markup of a document that it may not have, and every anchor that is wrong.

    `elsewhere` are the anchors of all templates, each with its file: what stands in the class `if-printed` may refer to
    any of them.
    """
    yield from _elements(words)
    yield from _attribute_lists(words)
    yield from _links(words)
    text = words.text
    for found in re.finditer("<!--", text):
        yield Problem(words.where(found.start()), "<!-- … --> is not allowed", "write a note like {! this !}")
    for found in ENTITY.finditer(text):
        if found[1].startswith("#") or any(unicodedata.category(char)[0] == "N" for char in html.unescape(found[0])):
            yield Problem(words.where(found.start()), f'"{found[0]}" hides a character', "write the character itself")
    yield from _anchors(words, elsewhere)


def _attribute_lists(words: Script) -> Iterator[Problem]:
    text = words.text
    for found in ATTRIBUTE_LIST.finditer(text):
        if parted := re.match(r"#\s+([\w-]+)", found[1]):
            what = f'the anchor "{parted[1]}" is parted from its sign'
            yield Problem(words.where(found.start()), what, f"write {{#{parted[1]}}}")
            continue
        if OUTPUT in found[0]:
            yield Problem(words.where(found.start()), "a figure may not stand among attributes", "write it as words")
        for name, _value in _pairs(found[1]):
            if (
                name not in ATTRIBUTES["*"]
                and found[1].startswith("#")
                and "=" not in found[1]
                and OUTPUT not in found[1]
            ):
                what = f'the anchor "{found[1].strip()}" is of several words'
                yield Problem(words.where(found.start()), what, f"write {{{_as_one(found[1])}}}")
                break
            if name not in ATTRIBUTES["*"]:
                yield Problem(words.where(found.start()), f'the attribute "{name}" is not allowed', _known_attributes())
        for own in re.findall(r"\.([\w-]+)|class=[\"']?([\w -]+)", found[1]):
            if used := _OWN_CLASSES & {own[0], *own[1].split()}:
                what = f'the class "{min(used)}" is for what lexdocs writes itself'
                yield Problem(words.where(found.start()), what, "use another")


def _as_one(said: str) -> str:
    """The words of an anchor as one, with the classes behind them."""
    names = [each for each in said.split() if not each.startswith(".")]
    looks = [each for each in said.split() if each.startswith(".")]
    return " ".join(["-".join(names).lower(), *looks])


def _links(words: Script) -> Iterator[Problem]:
    text = words.text
    for found in LINK.finditer(text):
        if found[1]:
            yield Problem(words.where(found.start()), "pictures are not allowed", "leave it out")
        elif found[3][:1] in _CURLY and found[3][1:2] == "#":
            bare = found[3].strip(_CURLY)
            what = f"the anchor {bare} stands in quotation marks"
            yield Problem(words.where(found.start()), what, f"leave them out: []({bare})")
        elif OUTPUT in found[3] or not found[3].startswith("#"):
            yield Problem(words.where(found.start()), "a link leads out of the document", "write it like [](#anchor)")
    for found in _ADDRESS.finditer(text):
        what = f'an address outside of the document is not allowed: "{found[0]}"'
        bare = re.match(r"https?://(?=\w)(\S*[^\s.,;:/])", found[0])
        among_words = bare and text[: found.start()][-1:] not in "(\"'=<"
        yield Problem(words.where(found.start()), what, f"write {bare[1]}" if bare and among_words else "leave it out")
    for found in _REFERENCE.finditer(text):
        what = f'a link reference is not allowed: "{found[0]}"'
        yield Problem(words.where(found.start()), what, "leave it out")


def _elements(words: Script) -> Iterator[Problem]:
    for found in _TAG.finditer(words.text):
        where, tag = words.where(found.start()), found[2].lower()
        if tag in _PICTURES:
            yield Problem(where, f"<{tag}> is not allowed: a document holds no pictures", "leave it out")
            continue
        if tag in _INPUTS:
            yield Problem(where, f"<{tag}> is not allowed", "write a field like [[line: Name of holder]]")
            continue
        if tag not in TAGS:
            near = did_you_mean(tag, TAGS) if len(tag) > 1 else ""
            yield Problem(where, f"<{tag}> is not allowed", _INSTEAD.get(tag, near))
            continue
        if curly := next((char for char in found[3] if char in _CURLY and _is_around(char, found[3])), ""):
            yield Problem(where, f"the quotation mark {curly} stands inside <{tag} …>", 'write a straight one: "')
            continue
        allowed = {*ATTRIBUTES["*"], *ATTRIBUTES.get(tag, ()), "markdown"}
        for name, value in _pairs(found[3]):
            if OUTPUT in name or (OUTPUT in value and name not in WORDED):
                yield Problem(where, f"a figure may not stand inside <{tag} …>", "write it as words")
            elif name not in allowed:
                yield Problem(where, f'the attribute "{name}" is not allowed', _known_attributes())
            elif name == "href" and not value.startswith("#"):
                yield Problem(where, "a link leads out of the document", 'write it like href="#anchor"')
            elif name == "class" and (own := [each for each in value.split() if each in _OWN_CLASSES]):
                yield Problem(where, f'the class "{own[0]}" is for what lexdocs writes itself', "use another")


def _is_around(mark: str, attributes: str) -> bool:
    """Whether a mark begins the value of an attribute, where a straight one belongs."""
    return re.search(rf"=\s*{mark}", attributes) is not None


def _pairs(attributes: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(attributes):
        if found[1][0] not in "#.":
            yield found[1].lower(), (found[2] or "").strip("\"'")


def _known_attributes() -> str:
    return f"there are: {', '.join(sorted(ATTRIBUTES['*']))}"


def _anchors(words: Script, elsewhere: Callable[[], Mapping[str, str]]) -> Iterator[Problem]:
    ids = list(anchors(words))
    seen: dict[str, list[Anchor]] = {}
    for each in ids:
        piece = words.piece(each.offset)
        where, others = words.where(each.offset), seen.get(each.name, [])
        both = [other for other in others if not exclusive(words.piece(other.offset).branch, piece.branch)]
        if both:
            first = words.where(both[0].offset)
            if first == where:
                what = f'this file is printed twice in the document, with its anchor "{each.name}"'
                yield Problem(where, what, "include it once, and refer to it from the other place")
            else:
                yield Problem(where, f'the anchor "{each.name}" stands at {first} already', "rename one of them")
        if piece.in_loop:
            yield Problem(where, f'the anchor "{each.name}" would stand in every row', "put it before the loop")
        seen.setdefault(each.name, []).append(each)
    wanting = [each for each in references(words) if each.name not in seen]
    loose = list(_if_printed(words.text)) if wanting else []
    for each in wanting:
        if not any(start < each.offset < end for start, end in loose) or each.name not in elsewhere():
            near, file = did_you_mean(each.name, seen), elsewhere().get(each.name, "")
            what, remedy = f'nothing has the anchor "{each.name}"', near or "give a heading {#anchor}"
            if file and not near:
                what = f'the anchor "{each.name}" stands in {file}, which this document does not include'
                remedy = 'include that file, or put the words that refer to it into <span class="if-printed">'
            yield Problem(words.where(each.offset), what, remedy)


def _if_printed(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the elements of the class `if-printed` reach."""
    open_: list[tuple[str, int, bool]] = []
    for found in _TAG.finditer(text):
        tag = found[2].lower()
        if not found[1]:
            classes = next((value for name, value in _pairs(found[3]) if name == "class"), "")
            open_.append((tag, found.start(), "if-printed" in classes.split()))
        elif any(each[0] == tag for each in open_):
            while open_:
                name, start, loose = open_.pop()
                if name == tag:
                    if loose:
                        yield start, found.end()
                    break


def anchors(words: Script) -> Iterator[Anchor]:
    """Every anchor in the words, in order."""
    found = [
        Anchor(name[1], each.start())
        for each in ATTRIBUTE_LIST.finditer(words.text)
        for name in re.finditer(r"(?:^|\s)#([^\s}]+)|\bid=[\"']?([^\s\"'}]+)", each[1])
        if name[1]
    ]
    found += [
        Anchor(value, each.start())
        for each in _TAG.finditer(words.text)
        for name, value in _pairs(each[3])
        if name == "id"
    ]
    yield from sorted(found, key=lambda anchor: anchor.offset)


def references(words: Script) -> Iterator[Anchor]:
    """Every reference to an anchor."""
    for each in LINK.finditer(words.text):
        if each[3].startswith("#") and not each[1] and OUTPUT not in each[3]:
            yield Anchor(each[3][1:], each.start())
    for tag in _TAG.finditer(words.text):
        for name, value in _pairs(tag[3]):
            if name == "href" and value.startswith("#") and OUTPUT not in value:
                yield Anchor(value[1:], tag.start())


def classes(text: str) -> Iterator[tuple[str, int]]:
    """Every class that the words name, with the offset of what names it."""
    for found in ATTRIBUTE_LIST.finditer(text):
        for own in re.findall(r"\.([\w-]+)|class=[\"']?([\w -]+)", found[1]):
            yield from ((name, found.start()) for name in (own[0], *own[1].split()) if name)
    for tag in _TAG.finditer(text):
        for name, value in _pairs(tag[3]):
            if name == "class":
                yield from ((each, tag.start()) for each in value.split())


def tags(text: str) -> Iterator[tuple[int, int, str, tuple[tuple[int, str], ...]]]:
    """Each tag of a text: from, to, its name, and the words of its attributes with their offsets."""
    for found in _TAG.finditer(text):
        words = tuple(
            (found.start(3) + each.start(2), each[2])
            for each in _ATTRIBUTE.finditer(found[3])
            if each[2] and each[1].lower() in WORDED
        )
        yield found.start(), found.end(), found[2].lower(), words
