"""What the tests of people share: a community, its estate, who works there; a signed-in device."""

import pytest

from tests import make


@pytest.fixture
def community():
    return make.community()


@pytest.fixture
def estate(community):
    return make.estate(of=community)


@pytest.fixture
def desk(community):
    """A social worker there."""
    return make.staff(at=community)


@pytest.fixture
def administrator(community):
    """Of that community."""
    return make.administrator(at=community)


@pytest.fixture
def session_of(post, wechat):
    """A device signed in by WeChat: its access and refresh tokens, and who it is."""

    def sign_in(openid="o-chen"):
        answer = post("/api/people/sign_in/wechat", code=wechat.code_for(openid))
        assert answer.status_code == 200, answer.text
        return answer.json

    return sign_in
