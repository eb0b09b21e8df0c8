"""Reading a template's syntax tree: every statement and name is checked, and the words are gathered into a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from lexdocs.documents.languages.translated import untranslated
from lexdocs.documents.library import Library
from lexdocs.documents.names import Names, Scope, own_or_internal, plural
from lexdocs.documents.script import ARM, OUTPUT, Branch, Piece
from lexdocs.documents.syntax import parse
from lexdocs.errors import Problem, Where, did_you_mean

_FORBIDDEN: Mapping[type[nodes.Node], str] = {
    nodes.Assign: "set", nodes.AssignBlock: "set", nodes.Macro: "macro", nodes.CallBlock: "call",
    nodes.FilterBlock: "filter", nodes.Extends: "extends", nodes.Block: "block", nodes.Import: "import",
    nodes.FromImport: "from", nodes.With: "with", nodes.ScopedEvalContextModifier: "autoescape",
}  # fmt: skip
# How many templates may stand within one another; who reads them goes down with them.
_INCLUDES = 20


class Reading:
    """Walks the trees of a document's template and of what it includes."""

    def __init__(self, library: Library, names: Names) -> None:
        self.library = library
        self.names = names
        self.files: list[str] = []
        self._open: list[str] = []  # the files that include the one being read
        self._choices = 0

    def template(self, name: str, scope: Scope) -> Iterator[Piece]:
        """The pieces of a template of the library."""
        template = self.library.templates[name]
        self.files.append(name)
        self._open.append(name)
        yield from self.words(template.body, Where(template.name, 1), scope)
        self._open.pop()

    def words(self, text: str, at: Where, scope: Scope, branch: Branch = (), *, loop: bool = False) -> Iterator[Piece]:
        """The pieces of a template text that begins at a place."""
        tree = parse(text, at.file, at.line)
        if isinstance(tree, Problem):
            self.names.problems.append(tree)
        else:
            yield from self._statements(tree.body, at.file, scope, branch, loop)

    def _statements(
        self, body: list[nodes.Node], file: str, scope: Scope, branch: Branch, loop: bool
    ) -> Iterator[Piece]:
        for node in body:
            where = Where(file, node.lineno)
            if isinstance(node, nodes.Output):
                yield from self._output(node, file, scope, branch, loop)
            elif isinstance(node, nodes.If):
                yield from self._if(node, file, scope, branch, loop)
            elif isinstance(node, nodes.For):
                yield from self._for(node, where, scope, branch)
            elif isinstance(node, nodes.Include):
                yield from self._include(node, where, scope, branch, loop)
            else:
                word = _FORBIDDEN.get(type(node), type(node).__name__.lower())
                self.names.fault(where, f"{{% {word} %}} is not allowed", "templates have if, for and include only")

    def _output(self, node: nodes.Output, file: str, scope: Scope, branch: Branch, loop: bool) -> Iterator[Piece]:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                yield Piece(child.data, file, child.lineno, branch, loop)
            else:
                name = self.names.printed(child, Where(file, child.lineno), scope)
                yield Piece(OUTPUT, file, child.lineno, branch, loop, name or "…")

    def _if(self, node: nodes.If, file: str, scope: Scope, branch: Branch, loop: bool) -> Iterator[Piece]:
        self._choices += 1
        choice = self._choices
        arms: list[tuple[nodes.Node | None, list[nodes.Node]]] = [
            (node.test, node.body),
            *((each.test, each.body) for each in node.elif_),
            (None, node.else_),
        ]
        for number, (test, body) in enumerate(arms):
            if test is not None:
                self.names.decides(test, Where(file, test.lineno), scope)
            if number and body:
                yield Piece(ARM, file, body[0].lineno, branch, loop)
            yield from self._statements(body, file, scope, (*branch, (choice, number)), loop)

    def _for(self, node: nodes.For, where: Where, scope: Scope, branch: Branch) -> Iterator[Piece]:
        if node.else_ or node.test or node.recursive:
            self.names.fault(where, "a loop goes through all rows of an axis", "leave out its else, if or recursive")
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        rows = node.iter.name if isinstance(node.iter, nodes.Name) else ""
        axis = self.names.axis(rows)
        if axis is None:
            known = [plural(each) for each in self.names.axes]
            remedy = did_you_mean(rows, known) or "there are: " + ", ".join(sorted(known))
            self.names.fault(where, f'there are no rows named "{rows}"' if rows else "a loop goes through rows", remedy)
            return
        if target != axis:
            self.names.fault(where, f'a row of {rows} is called "{axis}"', f"write {{% for {axis} in {rows} %}}")
            return
        if axis in scope.document:
            what = f"this document is of one {axis}, and the loop would print all {rows}"
            self.names.fault(where, what, f"take the loop out, and write {{{{ figure }}}} for {axis}.figure")
        elif axis in scope.hidden:
            what = f"the loop would print all {rows} to everybody who reads this document"
            self.names.fault(where, what, own_or_internal(axis))
        body = [
            each
            for each in self._statements(node.body, where.file, scope.within(target, axis), branch, True)
            if each.text
        ]
        if body and all(each.text == OUTPUT and each.branch == branch for each in (body[0], body[-1])):
            self.names.fault(where, f"the rows of {rows} would stand against each other", "put words between them")
        yield from body

    def _include(self, node: nodes.Include, where: Where, scope: Scope, branch: Branch, loop: bool) -> Iterator[Piece]:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or node.ignore_missing or not node.with_context:
            self.names.fault(where, "an include names one file", 'write {% include "shared/name.md" %}')
            return
        template = self.library.get(name)
        if name in self.library.untranslated:
            self.names.fault(where, *untranslated(name, self.library.language, self.library.deal))
        elif template is None:
            remedy = did_you_mean(name, self.library.templates) or "it belongs in the templates folder"
            self.names.fault(where, f'there is no template "{name}" to include', remedy)
        elif name in self._open:
            self.names.fault(where, f'"{name}" includes itself', "leave one of the includes out")
        elif (template.of or template).is_document:
            self.names.fault(where, f'"{name}" is a document of its own', "include files that have no header")
        elif len(self._open) > _INCLUDES:
            self.names.fault(where, f'"{name}" is nested too deeply', "include fewer templates within one another")
        else:
            self.files.append(name)
            self._open.append(name)
            at = Where(template.name, 1)
            yield from self.words(template.body, at, scope.included(), branch, loop=loop)
            self._open.pop()
