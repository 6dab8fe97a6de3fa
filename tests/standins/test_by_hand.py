"""A stand-in runs at the terminal, for trying the client by hand."""

import json
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest


@pytest.fixture
def running():
    """Start a stand-in as a program; it ends by Ctrl-C, without complaint."""
    programs = []

    def run(module):
        command = [sys.executable, "-W", "error", "-m", module, "--port", "0"]
        program = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        programs.append(program)
        return program.stdout.readline().strip()

    yield run
    for program in programs:
        program.send_signal(signal.SIGINT)
        _, complaints = program.communicate(timeout=10)
        assert (program.returncode, complaints) == (0, "")


def read(address):
    with urlopen(address) as answer:
        return json.load(answer)


def test_wechat_signs_in_who_got_a_code_by_hand(running):
    base = running("tests.standins.wechat")
    code = read(f"{base}/standin/code?openid=li")
    keys = "appid=wx-jinlin&secret=s3cret-of-jinlin&grant_type=authorization_code"

    assert read(f"{base}/sns/jscode2session?{keys}&js_code={code}")["openid"] == "li"
    assert read(f"{base}/standin/sent") == []


def test_the_sms_gateway_shows_what_it_delivered(running):
    assert read(f"{running('tests.standins.sms')}/standin/delivered") == []
