"""House rules that a linter cannot see, kept by a test instead of by memory."""

import ast
import re
from pathlib import Path

import pytest

SOURCES = sorted(p for folder in ("server", "schemas") for p in Path(folder).rglob("*.py"))
TESTS = sorted(Path("tests").rglob("*.py"))
BIN = sorted(Path("bin").rglob("*.py"))
GENERATED = Path("server/migrations/versions")
HANDWRITTEN = [p for p in (*SOURCES, *TESTS, *BIN) if p.parent != GENERATED]
LONGEST_FILE, LONGEST_FUNCTION = 200, 25
FORBIDDEN = {"utils", "util", "helpers", "helper", "manager", "handler", "data", "info", "process"}


def written(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pattern", "homes"),
    [
        (r"session\.commit\(", "server/core/api.py server/core/jobs.py"),
        (r"\.rollback\(", "server/core/errors.py"),
        (r"\.state = ", "server/core/moves.py"),
        (r"\bMove\($", "server/core/moves.py"),
        (r"\bPosting\(source=", ""),
        (r"datetime\.(utc)?now\(|date\.today\(|time\.time\(", "server/core/clock.py"),
        (r"func\.now\(|func\.current_", ""),
        (r"(?i)on\s*delete\s*=?\s*\W?cascade|cascade=\W?\W?all", ""),
        (r"os\.environ|getenv\(", "server/settings.py"),
    ],
)
def test_it_is_done_in_one_place(pattern, homes):
    found = [str(p) for p in SOURCES if re.search(pattern, written(p), re.MULTILINE)]

    assert [path for path in found if not path.startswith(str(GENERATED))] == homes.split()


def test_a_file_fits_on_a_few_screens():
    long = {str(p): len(written(p).splitlines()) for p in HANDWRITTEN}

    assert {path: lines for path, lines in long.items() if lines > LONGEST_FILE} == {}


def test_a_function_fits_on_a_screen():
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [
        (f"{path}: {node.name}", _length(node))
        for path in SOURCES
        if path.parent != GENERATED
        for node in ast.walk(ast.parse(written(path)))
        if isinstance(node, kinds)
    ]

    assert [f for f in functions if f[1] > LONGEST_FUNCTION] == []


def _length(function) -> int:
    """Without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return function.end_lineno - body[0].lineno + 2 if body else 0


def test_only_the_app_and_other_routes_import_routes():
    asks = re.compile(r"^\s*(from|import) server\.\w+(\.routes\b| import .*\broutes\b)", re.M)
    asking = [p for p in SOURCES if asks.search(written(p))]

    assert [str(p) for p in asking if "routes" not in (p.stem, p.parent.name)] == ["server/app.py"]


def test_no_module_is_named_after_nothing():
    assert [str(p) for p in HANDWRITTEN if {p.stem, p.parent.name} & FORBIDDEN] == []


def test_a_module_opens_with_what_it_is_for():
    """Of a test, its name may say it."""
    told = [p for p in HANDWRITTEN if written(p).strip() and not p.stem.startswith("test_")]

    assert [str(p) for p in told if not ast.get_docstring(ast.parse(written(p)))] == []


def test_no_test_is_skipped_without_a_reason():
    silent = re.compile(r"pytest\.skip\(\)|mark\.(skip|xfail)\b(?!\w*\(.*reason=)|# noqa\s*$", re.M)

    assert [str(p) for p in [*SOURCES, *TESTS] if silent.search(written(p))] == []


def test_nothing_committed_names_an_index_or_a_path_of_this_machine():
    """The lock files are the likeliest to; they say neither where from nor where to."""
    here = [str(Path.cwd()), "--index-url", "--find-links", '"resolved":']
    papers = [*SOURCES, *TESTS, *BIN, *Path("deploy").rglob("*.*"), *Path().glob("*.md")]
    papers += [*Path().glob("*.lock"), *Path("miniprogram").glob("package*.json")]
    readable = [p for p in papers if p.is_file() and p != Path(__file__).relative_to(Path.cwd())]

    assert [str(p) for p in readable if any(words in written(p) for words in here)] == []
