"""What every answer tells the browser: guess no types, frame nothing, name us to nobody.

Strict-Transport-Security is said where TLS is spoken: deploy/nginx.conf."""

from flask import Flask, Response

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for browsers that do not read frame-ancestors
    "Referrer-Policy": "no-referrer",
}
ALONE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAPER = "base-uri 'none'; frame-ancestors 'none'"  # browsers draw a PDF with scripts of their own


def register_headers(app: Flask) -> None:
    @app.after_request
    def protect(response: Response) -> Response:
        """Who knows better has said so before: pages load scripts, pictures are sandboxed."""
        policy = PAPER if response.mimetype == "application/pdf" else ALONE
        for name, value in {**HEADERS, "Content-Security-Policy": policy}.items():
            response.headers.setdefault(name, value)
        return response
