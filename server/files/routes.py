"""Files over HTTP: sending one, and the bytes behind a signed address."""

from flask import Blueprint, request, send_file

from schemas.files import SentFileView, UploadForm
from server.core.api import Api
from server.core.headers import ALONE
from server.files import service
from server.files.rules import send_file as may_send
from server.files.store import KINDS

api = Api("files")
pages = Blueprint("files_pages", __name__)


@api.post("/", takes=UploadForm, upload="file", may=may_send, gives=SentFileView, status=201,
          shows=service.shown, also=(429,))  # fmt: skip
def send_a_file(actor, form):
    """上传照片或录音: cleaned and kept; it shows nowhere until it is attached to something"""
    return service.send_file(form["kind"], form["file"], by=actor)


@pages.get("/files/<token>")
def open_file(token):
    """The bytes. The signature says that somebody was allowed to see them within the hour."""
    path = service.opened(token, request.args.get("s", ""))
    kind = KINDS[path.suffix]
    response = send_file(path, kind, download_name=f"jinlin{path.suffix}", conditional=True)
    response.headers["Cache-Control"] = "private, max-age=3600"
    response.headers["Content-Security-Policy"] = f"{ALONE}; sandbox"
    return response
