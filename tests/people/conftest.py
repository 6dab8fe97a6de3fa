"""What the tests of sign-in share."""

import pytest


@pytest.fixture
def session_of(post, wechat):
    """A device signed in by WeChat: its access and refresh tokens, and who it is."""

    def sign_in(openid="o-chen"):
        answer = post("/api/people/sign_in/wechat", code=wechat.code_for(openid))
        assert answer.status_code == 200, answer.text
        return answer.json

    return sign_in
