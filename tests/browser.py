"""Requests as somebody: web.post("/api/…", by=person, action="claim")."""

from contextvars import Context
from uuid import uuid4

from tests import make
from tests.answers import keep_to_the_document


class Browser:
    def __init__(self, app):
        self.client = app.test_client()

    def get(self, path, by=None, *, token=None, **query):
        return self._send(
            "GET", path, token or (by and make.token(by)), {}, query_string=query or None
        )

    def post(self, path, by=None, *, token=None, key="new", file=None, **form):
        """Each call is a new intention, unless it says `key="the-same-key"` or None. With
        `file=("photo.jpg", bytes)` the form goes as multipart, its other fields as text."""
        key = str(uuid4()) if key == "new" else key
        headers = {"Idempotency-Key": key} if key else {}
        token = token or (by and make.token(by))
        if file is None:
            body = self.client.application.json.dumps(form, ensure_ascii=True)
            kind = "application/json"
            return self._send("POST", path, token, headers, data=body, content_type=kind)
        return self._send("POST", path, token, headers, data=form | {"file": make.upload(*file)})

    def _send(self, method, path, token, headers, **sent):
        """In an empty context, so that a request has a session of its own, as in production."""
        if token:
            headers["Authorization"] = f"Bearer {token}"
        sent |= {"method": method, "headers": headers}
        answer = Context().run(self.client.open, path, **sent)
        keep_to_the_document(self.client.application, method, path, answer)
        return answer
