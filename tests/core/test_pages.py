"""What is served beside the API: pages, codes, proofs, health."""

from contextvars import Context

import pytest

HASHED = "assets/index-CP97Hiro.js"


@pytest.fixture
def get(app):
    """Files are read to their end and closed, as a server does."""
    client = app.test_client()
    return lambda path: Context().run(client.get, path, buffered=True)


@pytest.fixture
def built(app, tmp_path, monkeypatch):
    """A client as `npm run build:h5` leaves it."""
    for name in ("index.html", HASHED, "static/mark.svg"):
        (tmp_path / "h5" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "h5" / name).write_text(name)
    (tmp_path / "secret.txt").write_text("not for anybody")
    monkeypatch.setitem(app.config, "CLIENT_DIR", str(tmp_path / "h5"))


@pytest.fixture
def proofs(app, tmp_path, monkeypatch):
    (tmp_path / "MP_verify_a1B2.txt").write_text("a1B2")
    (tmp_path / "key.pem").write_text("not for anybody")
    monkeypatch.setitem(app.config, "WECHAT_VERIFY_DIR", str(tmp_path))


def test_the_home_page_is_asked_for_anew_each_time(get, built):
    assert get("/").text == "index.html"
    assert get("/").headers["Cache-Control"] == "no-cache"


def test_an_asset_with_a_hash_in_its_name_is_kept_for_good(get, built):
    assert get(f"/{HASHED}").text == HASHED
    assert "immutable" in get(f"/{HASHED}").headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/", f"/{HASHED}", "/q/t/abc", "/docs", "/favicon.ico"])
def test_a_page_loads_nothing_from_elsewhere_and_is_framed_by_nobody(get, built, path):
    headers = get(path).headers

    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "camera=(self)" in headers["Permissions-Policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/..%5c..%5csecret.txt",
        "/static/..%2f..%2fsecret.txt",
        "/docs/../pages.py",
    ],
)
def test_nothing_beside_the_folder_is_served(get, built, path):
    assert get(path).status_code == 404


def test_without_a_build_the_home_page_says_what_builds_it(get):
    answer = get("/")

    assert answer.status_code == 503
    assert "make run" in answer.text


def test_a_printed_code_opens_the_same_page_in_a_browser(get):
    answer = get("/q/t/Ab_9-x")

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/#/pages/q/q?path=t%2FAb_9-x"


@pytest.mark.parametrize("code", ["", "a%0d%0ab", "..%2f", "%3Cscript%3E", "a/b/c/d/e", "a" * 65])
def test_a_code_that_is_none_of_ours_leads_nowhere(get, code):
    assert get(f"/q/{code}").status_code == 404


@pytest.mark.parametrize("path", ["/MP_verify_a1B2.txt", "/q/MP_verify_a1B2.txt"])
def test_wechat_finds_the_proof_that_the_domain_is_ours(get, proofs, path):
    assert get(path).text == "a1B2"


@pytest.mark.parametrize("path", ["/key.pem", "/other.txt", "/..%2fkey.pem.txt", "/q/a.b.txt"])
def test_no_other_file_of_that_folder_is_served(get, proofs, path):
    assert get(path).status_code == 404


def test_there_is_no_proof_where_no_folder_is_set(get):
    assert get("/MP_verify_a1B2.txt").status_code == 404


def test_the_reference_draws_the_committed_contract(get):
    page, document = get("/docs").text, get("/openapi.json").json

    assert "/docs/reference.js" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "/api/wishes/" in document["paths"]


def test_a_server_that_answers_is_alive(get):
    assert get("/healthz").json == {"alive": True}


def test_a_server_with_its_database_at_the_newest_migration_is_ready(get):
    assert get("/readyz").status_code == 200


def test_a_server_with_an_older_database_is_not_ready(get, monkeypatch):
    monkeypatch.setattr("server.health.head", lambda: "9999")

    answer = get("/readyz")

    assert answer.status_code == 503
    assert answer.content_type == "application/problem+json"
    assert answer.json["code"] == "not_ready"


def test_a_server_without_its_database_is_alive_and_not_ready(get, monkeypatch):
    nobody = {"host": "127.0.0.1", "port": 1, "dbname": "jinlin"}
    monkeypatch.setattr("server.health.address", lambda: nobody)

    assert get("/healthz").status_code == 200
    assert get("/readyz").json["code"] == "not_ready"


def test_an_unknown_address_of_the_api_is_not_a_page(get, post):
    assert get("/api/nothing").json["code"] == "not_found"
    assert post("/api/nothing").status_code == 404
