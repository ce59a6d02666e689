"""The server of `briefs serve`: textual-serve, closed to everybody but the browser of the person who started it.

A server on 127.0.0.1 can still be reached by every user of the machine and, through the browser, by every web page:
by a form or a WebSocket to our port, or by a name of its own that it lets point to 127.0.0.1 ("DNS rebinding"). So
the name asked for must be this machine's, what is sent must come from our own page, and the browser must know the
secret of the printed address. The page loads nothing from elsewhere.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from string import Template
from typing import NoReturn

from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from briefs.errors import UsageError

HOST = "127.0.0.1"
_NAMES = (HOST, "localhost")
_PAGE = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
_PATIENCE = 5.0  # seconds that a session has to write what was asked for before it is ended

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def listen(port: int) -> socket.socket:
    """Return a socket that listens on `port` of this machine alone; 0 takes any free one. Raises UsageError."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (")[0]  # Python adds the address once more
        raise UsageError(f"Port {port} of {HOST} cannot be used ({reason}); choose another one with --port.") from None


class ReaderServer(Server):
    """Serves the reader on the library in `folder`: a process for every browser tab, which ends with it."""

    def __init__(self, folder: Path, port: int) -> None:
        # -P: no module of the folder that one happens to be in is taken for one of ours.
        command = [sys.executable, "-P", "-m", "tui.browser.session", str(folder.absolute())]
        quoted = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        super().__init__(quoted, host=HOST, port=port, title="Briefs")
        self._secret = secrets.token_urlsafe(24)
        self._cookie = f"briefs-{port}"  # browsers share cookies among the ports of a host
        self._open: set[web.WebSocketResponse] = set()

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"http://{HOST}:{self.port}/?secret={self._secret}"

    async def run(self, listening: socket.socket, started: Callable[[], None]) -> None:
        """Serve until SIGTERM or until cancelled; `started` is called when browsers can come."""
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=_PATIENCE)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            ended = asyncio.Event()
            with suppress(NotImplementedError):  # Windows
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
            started()
            await ended.wait()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get("/page.js", _script)
        app.middlewares.append(self.guard)
        app.on_response_prepare.append(_secure)
        return app

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who knows the secret, from our own page, under our own name."""
        name, _, port = request.host.partition(":")
        if name not in _NAMES or not (port.isdecimal() or not port):
            _refuse(f"This is not {request.host}: open the address that `briefs serve` printed.")
        if request.headers.get("Origin", f"http://{request.host}") != f"http://{request.host}":
            _refuse("Another page asked for this; open the address that `briefs serve` printed.")
        if self._same(request.query.get("secret")):
            # The secret leaves the address bar, and with it histories and pictures of the screen.
            answer = web.HTTPFound("/")
            answer.set_cookie(self._cookie, self._secret, httponly=True, samesite="Strict")
            raise answer
        if not self._same(request.cookies.get(self._cookie)):
            _refuse("Open the address that `briefs serve` printed last; it holds the secret that opens the reader.")
        return await handler(request)

    def _same(self, given: str | None) -> bool:
        return hmac.compare_digest((given or "").encode(errors="replace"), self._secret.encode())

    async def handle_index(self, request: web.Request) -> web.Response:
        """Give the page; under whatever name and port it was asked for, for a tunnel may stand between."""
        return web.Response(text=_PAGE.substitute(host=request.host), content_type="text/html")

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        """Pass on what the browser sends; tab and process end together."""
        process = app_service._process
        if process is None:
            raise RuntimeError("textual-serve has not started the process of this session")
        over = asyncio.create_task(_close_after(process, websocket))
        self._open.add(websocket)
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            self._open.discard(websocket)
            asyncio.get_running_loop().call_later(_PATIENCE, _kill, process)
            await app_service.stop()
            await over

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command prints the address."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Close every session, so that it writes what was asked for."""
        await asyncio.gather(*(one.close(code=WSCloseCode.GOING_AWAY) for one in tuple(self._open)))


async def _close_after(process: asyncio.subprocess.Process, websocket: web.WebSocketResponse) -> None:
    await process.wait()
    await websocket.close()


def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.kill()


async def _script(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(Path(__file__).with_name("page.js"))


def _refuse(why: str) -> NoReturn:
    raise web.HTTPForbidden(text=why)


async def _secure(request: web.Request, response: web.StreamResponse) -> None:
    """Let the page load and connect to nothing but us, stand in no frame, and be known to no page that it opens."""
    own = f"ws://{request.host}"
    response.headers.update(
        {
            "Content-Security-Policy": f"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            f"connect-src 'self' {own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
    )
