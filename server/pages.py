"""Everything outside the API: the client's pages, codes on paper, the API reference."""

from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Flask, Response, current_app, redirect, send_from_directory
from werkzeug.exceptions import NotFound
from werkzeug.routing import BaseConverter

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"
CONTRACT = HERE.parent / "schemas"
DAY, YEAR = 86400, 31536000
POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob: data:",  # the sounds of a scan are in the script, for no network
    "style-src": "'self' 'unsafe-inline'",  # uni-app sets sizes on elements
    "connect-src": "'self' blob:",  # photos and voice notes are read from there to be sent
    "worker-src": "'self' blob:",  # the scanner of QR codes
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{kind} {where}" for kind, where in POLICY.items()),
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=(self)",
}

pages = Blueprint("pages", __name__)


class CodePath(BaseConverter):
    """What follows /q/ on paper: up to four short words, nothing that needs escaping; no file."""

    regex = r"(?!.*\.txt$)[0-9A-Za-z_.-]{1,64}(?:/[0-9A-Za-z_.-]{1,64}){0,3}"
    part_isolating = False


class ProofName(BaseConverter):
    """The file by which WeChat checks that the domain is ours: "MP_verify_xxx"."""

    regex = r"[0-9A-Za-z_-]{1,64}"


def register_pages(app: Flask) -> None:
    app.url_map.converters |= {"code_path": CodePath, "proof": ProofName}
    app.register_blueprint(pages)


@pages.after_request
def protect(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response


@pages.get("/")
@pages.get("/index.html")
def home():
    """The client. Never kept by a browser: it names the assets of the newest build."""
    if (client() / "index.html").is_file():
        return kept(client(), "index.html", "no-cache")
    return kept(REFERENCE, "not_built.html", "no-store"), 503


@pages.get("/assets/<path:name>")
def asset(name):
    """Its name changes with its content."""
    return kept(client() / "assets", name, f"public, max-age={YEAR}, immutable")


@pages.get("/static/<path:name>")
def static_file(name):
    return kept(client() / "static", name, f"public, max-age={DAY}")


@pages.get("/favicon.ico")
def favicon():
    return kept(REFERENCE, "mark.svg", f"public, max-age={DAY}")


@pages.get("/q/<code_path:path>")
def code(path):
    """A QR code, scanned outside WeChat: the same page of the client."""
    return redirect(f"/#/pages/q/q?path={quote(path, safe='')}")


@pages.get("/<proof:name>.txt")
@pages.get("/q/<proof:name>.txt")
def wechat_proof(name):
    folder = current_app.config.get("WECHAT_VERIFY_DIR")
    if not folder:
        raise NotFound
    return kept(Path(folder), f"{name}.txt", "no-cache")


@pages.get("/docs")
def reference():
    """The API, readable; no foreign address."""
    return kept(REFERENCE, "index.html", "no-cache")


@pages.get("/docs/<path:name>")
def reference_part(name):
    return kept(REFERENCE, name, "no-cache")


@pages.get("/openapi.json")
def contract():
    return kept(CONTRACT, "openapi.json", "no-cache")


def client() -> Path:
    """Where the H5 build lies."""
    return Path(current_app.config["CLIENT_DIR"])


def kept(folder: Path, name: str, how_long: str) -> Response:
    """A file of the folder and nothing beside it; asked for again, 304."""
    response = send_from_directory(folder, name)
    response.headers["Cache-Control"] = how_long
    return response
