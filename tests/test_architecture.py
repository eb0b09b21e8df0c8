"""Data flows one way: a stage imports only the stages above it."""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "lexdocs"

STAGES = (
    "errors", "resources", "notation", "conventions", "terms", "figures", "offers", "law", "documents", "outputs",
    "deal", "writing", "mailing", "checks", "review", "cli", "__main__",
)  # fmt: skip


@cache
def nodes(path):
    """The imports, names and constants of a file, from its syntax tree, which is made once for all tests."""
    wanted = (ast.Import, ast.ImportFrom, ast.Constant, ast.Name)
    return tuple(node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, wanted))


def imports(path):
    """The names that a file imports from the package, nested and type-checking imports among them."""
    for node in nodes(path):
        names = [node.module] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "lexdocs":
            names = [f"lexdocs.{alias.name}" for alias in node.names]
        yield from (name for name in names if name and name.split(".")[0] == "lexdocs")


def stage(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def test_every_file_belongs_to_a_stage():
    assert {stage(path) for path in FILES} <= set(STAGES)


def test_no_stage_reaches_down():
    down = []
    for path in FILES:
        for name in imports(path):
            parts = name.split(".")
            if len(parts) > 1 and parts[1] in STAGES and STAGES.index(parts[1]) > STAGES.index(stage(path)):
                down.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert down == []


def test_the_test_sees_nested_imports(tmp_path):
    file = tmp_path / "x.py"
    file.write_text("def f():\n    from lexdocs.cli import main\n    import lexdocs.deal\n")
    assert sorted(imports(file)) == ["lexdocs.cli", "lexdocs.deal"]


def test_nothing_inside_imports_from_the_package_itself():
    """The package's own `__init__` holds the version, which only the screen shows."""
    found = [
        path.relative_to(PACKAGE).as_posix()
        for path in FILES
        for name in imports(path)
        if name.split(".")[1:] and name.split(".")[1] not in STAGES
    ]
    assert found == ["cli/main.py"]


def test_each_library_has_one_door():
    doors = {
        "weasyprint": {"outputs/pdf.py", "outputs/blanks.py", "outputs/laid/lines.py", "outputs/line_ends.py"},
        "ruamel": {"terms/reader.py", "documents/header_reader.py"},
        "holidays": {"conventions/calendar.py"}, "nh3": {"documents/markdown.py"},
        "babel": {"notation/patterns.py", "notation/countries.py", "notation/languages.py"},
        "ppf": {"mailing/data_matrix.py"},
        "openpyxl": {"terms/files/workbook.py"}, "pyarrow": {"terms/files/parquet.py"},
        "pypdfium2": {"outputs/seen.py"},
        "distributed": {"mailing/cluster.py", "mailing/remote.py"}, "cloudpickle": {"mailing/remote.py"},
        "fsspec": {"mailing/shared_store.py"},
    }  # fmt: skip
    for library, allowed in doors.items():
        found = set()
        for path in FILES:
            for node in nodes(path):
                modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if any(module.split(".")[0] == library for module in modules):
                    found.add(path.relative_to(PACKAGE).as_posix())
        assert found <= allowed, library


def test_no_float_where_money_is_calculated():
    """Syntax trees, not words: a float literal, the name float, or a true division of two ints by their literals."""
    for room in ("notation", "conventions", "terms", "figures", "offers", "law"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for node in nodes(path):
                line = getattr(node, "lineno", 0)
                literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
                named = isinstance(node, ast.Name) and node.id == "float"
                guarded = named and path.name == "working.py"  # the guard that refuses one
                assert not literal, f"{path}:{line}"
                assert not named or guarded, f"{path}:{line}"
