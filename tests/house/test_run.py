"""What `make run` decides before it starts anything."""

import os
import select
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bin.house import banner, keys, node, port, stamps
from bin.house.calls import run_quietly
from bin.house.parent import held_back
from bin.house.steps import count
from bin.house.words import Trouble
from server.demo.seed import sign_ins


@pytest.mark.parametrize(
    ("version", "good"),
    [("v20.11.1", True), ("v22.0.0", True), ("v18.19.0", False), ("", False), ("nonsense", False)],
)
def test_a_node_of_twenty_or_newer_is_good_enough(version, good):
    assert node.good_enough(version) is good


@pytest.mark.parametrize("number", ["abc", "-1", "0", "65536", "８０００", "80 00"])
def test_a_port_that_is_none_is_refused_in_two_languages(number):
    with pytest.raises(Trouble) as refused:
        port.wanted({"PORT": number})

    assert [number in line for line in refused.value.lines] == [True, True]


def test_without_a_word_it_serves_this_machine_alone():
    assert port.wanted({}) == ("127.0.0.1", 8000)


def test_a_taken_port_names_the_program_that_has_it():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        with pytest.raises(Trouble) as refused:
            port.check("127.0.0.1", number)

    assert f"make run PORT={number + 1}" in refused.value.lines[0]
    assert "pid" in refused.value.lines[0]


def test_a_telephone_gets_an_address_it_can_open():
    assert "0.0.0.0" not in port.public_address("0.0.0.0", 8000)
    assert port.public_address("::1", 8000) == "http://[::1]:8000"


def test_keys_are_made_once_and_for_their_owner_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ENV", tmp_path / "env")

    first = keys.ready(tmp_path / "pg")

    assert keys.ready(tmp_path / "pg") == first
    assert (tmp_path / "env").stat().st_mode & 0o777 == 0o600
    assert all(len(first[name]) >= 32 for name in keys.SECRETS)


def test_a_database_whose_keys_are_gone_gets_no_new_ones(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ENV", tmp_path / "env")
    (tmp_path / "pg").mkdir()

    with pytest.raises(Trouble):
        keys.ready(tmp_path / "pg")


def test_a_stamp_holds_until_a_file_changes(tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.ts").write_text("1")
    before = stamps.mark_of([tmp_path / "src"])
    stamps.put(tmp_path / "stamp", before)

    assert stamps.holds(tmp_path / "stamp", stamps.mark_of([tmp_path / "src"]))

    (tmp_path / "src" / "a.ts").write_text("2")

    assert not stamps.holds(tmp_path / "stamp", stamps.mark_of([tmp_path / "src"]))


def test_the_banner_shows_one_person_of_each_role():
    people = [
        ("苏（社工）", "su", "x"),
        ("黄（社工）", "huang", "x"),
        ("郑（管理员）", "zheng", "x"),
    ]

    assert [name for _, name, _ in banner.one_of_each(people)] == ["su", "zheng"]


@pytest.mark.parametrize(("mask", "waits"), [(0, False), (0x10000, False), (2, True), (1, True)])
def test_make_waits_for_us_when_it_holds_a_signal_back(mask, waits):
    assert held_back(mask) is waits


@pytest.mark.parametrize(
    ("lines", "code", "counts"),
    [
        ([b"812 passed, 2 skipped in 201.02s"], 0, (812, 0, 2)),
        ([b"=== 1 failed, 3 passed, 1 error in 2s ==="], 1, (3, 2, 0)),
        ([b"Tests  2 failed | 88 passed (90)"], 1, (88, 2, 0)),
        ([], 0, (1, 0, 0)),
        ([], 1, (0, 1, 0)),
        ([b"5 passed in 1s"], 1, (5, 1, 0)),
    ],
)
def test_a_step_counts_its_tests_and_a_silent_failure_counts_as_one(lines, code, counts):
    assert tuple(count(lines, code).values()) == counts


def test_a_program_that_works_is_not_heard(tmp_path, capfd):
    run_quietly(tmp_path / "log" / "pip.log", ["echo", "WARNING: noise"], cannot)

    assert capfd.readouterr().out == ""
    assert (tmp_path / "log" / "pip.log").read_text() == "WARNING: noise\n"


def test_a_program_that_fails_is_heard_with_its_last_words(tmp_path, capfd):
    with pytest.raises(Trouble):
        run_quietly(tmp_path / "npm.log", ["sh", "-c", "echo noise; echo lost >&2; exit 1"], cannot)

    assert capfd.readouterr().out == "    noise\n    lost\n"


def test_nothing_goes_on_after_a_run_that_was_killed():
    """Or it would stand in the way of the next."""
    script = "from bin.house.calls import run; run(['sh', '-c', 'echo $$; exec sleep 600'])"
    one = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    started = os.pidfd_open(int(one.stdout.readline()))

    one.kill()
    one.wait()
    one.stdout.close()

    assert select.select([started], [], [], 20)[0]  # its end can be read
    os.close(started)


def cannot() -> Trouble:
    return Trouble("It cannot.", "不行。")


def test_the_banner_names_the_demo_as_the_page_does():
    page = Path("miniprogram/src/pages/sign-in/parts/demo-people.vue").read_text(encoding="utf-8")

    assert "先看看怎么用" in page
    assert "先看看怎么用" in banner.sign_ins()


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_a_reader_is_told_the_name_that_stands_on_the_page(readme):
    text = Path(readme).read_text(encoding="utf-8")

    assert "先看看怎么用" in text
    assert "演示身份" not in text
    assert all(name in text and word in text for _, name, word in banner.one_of_each(sign_ins()))
