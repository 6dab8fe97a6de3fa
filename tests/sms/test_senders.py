"""The settings choose between the gateway and the log of a demonstration."""

from contextlib import closing

import pytest
from structlog.testing import capture_logs

from server.sms import sender


def test_a_demonstration_writes_to_the_log_with_the_phone_masked():
    with capture_logs() as lines:
        sender.from_settings({"SMS_BASE": sender.CONSOLE}).send(
            "13800001234", "sign_in", {"code": "246810"}, id="m1"
        )

    assert [line["phone"] for line in lines] == ["138****1234"]
    assert lines[0]["params"] == {"code": "246810"}


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13800001234", "138****1234"), ("0595-23550000", "059****0000"), ("110", "****")],
)
def test_a_masked_phone_keeps_its_middle_to_itself(phone, shown):
    assert sender.masked(phone) == shown


def test_settings_with_a_gateway_reach_it(standin):
    settings = {"SMS_BASE": standin.base, "SMS_KEY": standin.key}
    with closing(sender.from_settings(settings)) as gateway:
        gateway.send("13800001234", "sign_in", {"code": "246810"}, id="m1")

    assert len(standin.delivered) == 1


def test_forgotten_settings_do_not_turn_into_a_log_of_codes():
    with pytest.raises(ValueError, match="SMS_BASE is not set"):
        sender.from_settings({"SMS_BASE": ""})
