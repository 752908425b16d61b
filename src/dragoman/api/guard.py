"""Who may come in: this machine alone, or whoever shows the token; and what a browser may do with what it gets."""

from secrets import compare_digest
from urllib.parse import quote, urlsplit

from fastapi import Request, Response
from starlette.middleware.base import RequestResponseEndpoint

from dragoman.api.envelope import Reply
from dragoman.api.refusals import refusal

COOKIE = "dragoman"
OPEN = ("/sign-in", "/static/")
"""Addresses that need no token: what it takes to give one."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""No script, style or address but our own, and nothing inline: words of a report can do nothing."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_READING = {"GET", "HEAD", "OPTIONS"}


class Guard:
    """Lets visitors in, or not.

    Args:
        token: what each must show; None lets in those who call this machine by a name of its own.
    """

    def __init__(self, token: str | None) -> None:
        self._token = token

    async def __call__(self, request: Request, following: RequestResponseEndpoint) -> Response:
        """Answer a request, or refuse it."""
        refused = self._refusal(request)
        response = refused if refused is not None else await following(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    def _refusal(self, request: Request) -> Response | None:
        if not self._token and not _loopback(request.headers.get("host", "")):
            # a page elsewhere may let its own name point here, and would then be taken for us
            return _refused(403, "this server answers only to localhost; name it so, or serve with a token")
        if request.method not in _READING and not _own(request):
            return _refused(403, "corrections are taken from pages of this server only")
        if self._token and not self.knows(request) and not request.url.path.startswith(OPEN):
            if "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api"):
                return _to_sign_in(f"{request.url.path}?{request.url.query}".rstrip("?"))
            return _refused(401, "a token is asked for: Authorization: Bearer ...", {"WWW-Authenticate": "Bearer"})
        return None

    def knows(self, request: Request) -> bool:
        """Tell whether a visitor shows the token."""
        shown = request.cookies.get(COOKIE) or request.headers.get("authorization", "").removeprefix("Bearer ")
        return self.fits(shown)

    def fits(self, shown: str) -> bool:
        """Tell whether this is the token, in the same time whatever it is."""
        return bool(self._token) and compare_digest(shown.encode(), str(self._token).encode())


def _to_sign_in(asked: str) -> Response:
    return Response(status_code=303, headers={"Location": f"/sign-in?to={quote(asked, safe='')}"})


def _loopback(host: str) -> bool:
    try:
        return (urlsplit(f"//{host}").hostname or "") in _LOOPBACK
    except ValueError:
        return False


def _own(request: Request) -> bool:
    """Tell whether a request comes from a page of ours, or from no page at all."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    return site in {"same-origin", "none"} and (
        origin is None or urlsplit(origin).netloc == request.headers.get("host")
    )


def _refused(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return Reply(refusal(status, message), status_code=status, headers=headers)
