"""What operators read says what the program does."""

import re
from pathlib import Path

import pytest

from server import settings

EXAMPLE = Path("deploy/env.example").read_text(encoding="utf-8")
NAMED = set(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE))
READ = {f"JINLIN_{name}" for name in (*settings.KNOWN, *settings.SECRETS, "DEMO", "ENV")}


def test_the_example_names_every_setting_and_no_other():
    assert NAMED - {"BIND", "WEB_WORKERS", "WEB_THREADS"} == READ | {"DATABASE_URL"}


def test_every_setting_of_the_example_is_explained():
    assert not re.findall(r"\n\n([A-Z_]+)=", EXAMPLE)


def test_the_example_starts_nothing_until_the_keys_are_there():
    values = dict(line.split("=", 1) for line in EXAMPLE.splitlines() if re.match("[A-Z_]+=", line))

    with pytest.raises(settings.SettingsError, match="JINLIN_SECRET"):
        settings.from_environment(values)


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "deploy/debian.md"])
def test_every_make_target_that_is_named_exists(page):
    named = set(
        re.findall(r"`(?:cd \S+ && )?make ([a-z]+)", Path(page).read_text(encoding="utf-8"))
    )
    targets = set(re.findall(r"^([a-z]+):", Path("Makefile").read_text(), re.MULTILINE))

    assert named <= targets
