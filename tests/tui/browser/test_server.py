"""`briefs serve`: whom it lets in, and the reader in a real browser, which is spoken to through pipes."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from briefs.errors import UsageError
from briefs.library import Library
from tests.tui.conftest import fill, three_briefs
from tui.browser.server import ReaderServer, listen
from tui.cli import main
from tui.commands import COMMANDS, display_of

# --- whom it lets in


@pytest.fixture
def server(tmp_path: Path) -> ReaderServer:
    return ReaderServer(tmp_path, 8000)


def ask(server: ReaderServer, path: str = "/", **headers: str) -> web.StreamResponse:
    """What comes of a request that passes the guard, or does not."""
    request = make_mocked_request("GET", path, headers={"Host": "127.0.0.1:8000", **headers})

    async def answer() -> web.StreamResponse:
        try:
            return await server.guard(request, server.handle_index)
        except web.HTTPException as refused:
            return refused

    return asyncio.run(answer())


def cookie_of(server: ReaderServer) -> str:
    secret = parse_qs(urlsplit(server.address).query)["secret"][0]
    return f"briefs-8000={secret}"


def test_the_printed_address_opens_the_page_and_leaves_no_secret_in_it(server: ReaderServer) -> None:
    entered = ask(server, server.address.removeprefix("http://127.0.0.1:8000"))
    assert (entered.status, entered.headers["Location"]) == (302, "/")
    cookie = entered.cookies["briefs-8000"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    page = ask(server, Cookie=f"briefs-8000={cookie.value}")
    assert page.status == 200
    assert isinstance(page, web.Response)
    assert 'data-session-websocket-url="ws://127.0.0.1:8000/ws"' in str(page.text)
    assert cookie.value not in str(page.text)


def test_the_page_names_the_host_that_a_tunnel_goes_by(server: ReaderServer) -> None:
    page = ask(server, Host="localhost:9000", Cookie=cookie_of(server))
    assert isinstance(page, web.Response)
    assert "ws://localhost:9000/ws" in str(page.text)


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": ""},
        {"Cookie": "briefs-8000=guessed"},
        {"Host": "rebound.example:8000"},
        {"Host": "127.0.0.1.example"},
        {"Host": '127.0.0.1:"><script>'},
        {"Origin": "http://elsewhere.example"},
        {"Origin": "http://127.0.0.1:3000"},
        {"Origin": "null"},
    ],
    ids=str,
)
def test_others_are_refused(server: ReaderServer, headers: dict[str, str]) -> None:
    assert ask(server, **{"Cookie": cookie_of(server), **headers}).status == 403


def test_two_servers_have_two_secrets(server: ReaderServer, tmp_path: Path) -> None:
    assert ask(server, Cookie=cookie_of(ReaderServer(tmp_path, 8000))).status == 403


def test_it_listens_on_this_machine_alone_and_a_taken_port_is_named() -> None:
    with listen(0) as taken:
        address, port = taken.getsockname()
        assert address == "127.0.0.1"
        with pytest.raises(UsageError, match=rf"Port {port} of 127\.0\.0\.1 .*--port"):
            listen(port)


def test_what_is_wrong_with_the_library_is_said_before_anything_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["serve", "--port", "0", "--library", str(tmp_path / "file")]) == 3
    assert capsys.readouterr().err.count("\n") == 1


# --- the reader in a browser


class Page:
    """A page of a headless Chromium, driven over the two pipes of its DevTools protocol."""

    def __init__(self, process: subprocess.Popen[bytes], reading: int, writing: int) -> None:
        self._process, self._reading, self._writing = process, reading, writing
        self._last = 0
        self._unread = b""
        self._session: dict[str, str] = {}
        self.loaded: list[str] = []  # the addresses asked for
        self.painted = ""  # what the terminal of the page was sent
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = {"sessionId": attached["sessionId"]}
        self.send("Network.enable")
        self.send("Emulation.setDeviceMetricsOverride", width=1280, height=720, deviceScaleFactor=1, mobile=False)

    def send(self, method: str, **parameters: Any) -> Any:
        """Send a command and return its result."""
        answer = self._ask(method, parameters)
        assert "result" in answer, answer
        return answer["result"]

    def _ask(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters, **self._session}
        os.write(self._writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            assert answer is not None, f"no answer to {method}"
            if answer.get("id") == self._last:
                return answer

    def until_painted(self, text: str) -> None:
        """Wait until the terminal was sent `text` since the last call."""
        while text not in self.painted:
            assert self._next() is not None, f"{text} is not in {self.painted[-4000:]}"
        self.painted = ""

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript; None between two pages."""
        wanted = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        return self._ask("Runtime.evaluate", wanted).get("result", {}).get("result", {}).get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression is true."""
        ends = time.monotonic() + 60
        while not self.evaluate(expression):
            assert time.monotonic() < ends, expression
            time.sleep(0.05)

    def until_it_looks_different(self, before: bytes) -> None:
        """Wait until the picture is another one."""
        ends = time.monotonic() + 60
        while self.picture() == before:
            assert time.monotonic() < ends, "it looks as before"

    def click(self, x: float, y: float) -> None:
        """Click with the mouse."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a printable key."""
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self) -> bytes:
        """Return what is seen, as PNG."""
        return base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"])

    def _next(self) -> dict[str, Any] | None:
        """Return the next message; None after a minute without one."""
        while b"\0" not in self._unread:
            if not select.select([self._reading], [], [], 60)[0]:
                return None
            data = os.read(self._reading, 1 << 16)
            assert data, "the browser has ended"
            self._unread += data
        line, self._unread = self._unread.split(b"\0", 1)
        message: dict[str, Any] = json.loads(line)
        parameters = message.get("params", {})
        if message.get("method") == "Network.requestWillBeSent":
            self.loaded.append(parameters["request"]["url"])
        elif message.get("method") == "Network.webSocketCreated":
            self.loaded.append(parameters["url"])
        elif message.get("method") == "Network.webSocketFrameReceived":
            payload = parameters["response"]["payloadData"]
            binary = parameters["response"]["opcode"] == 2
            self.painted += base64.b64decode(payload).decode(errors="replace") if binary else payload
        return message


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A page in a browser of this test's own, which finds every name at this machine."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None or sys.platform == "win32":
        pytest.skip("chromium is not installed")
    to_browser, writing = os.pipe()
    reading, from_browser = os.pipe()
    command = [
        "bash", "-c", f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}', chromium,
        "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server",
        "--enable-unsafe-swiftshader",
        "--host-resolver-rules=MAP * 127.0.0.1", f"--user-data-dir={tmp_path / 'profile'}",
    ]  # fmt: skip
    process = subprocess.Popen(command, pass_fds=(to_browser, from_browser), stderr=subprocess.DEVNULL)
    os.close(to_browser)
    os.close(from_browser)
    try:
        yield Page(process, reading, writing)
    finally:
        os.close(writing)  # at which it ends
        os.close(reading)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class Serving:
    """A `briefs serve` in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", "serve", "--port", "0", "--library", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def end(self, with_signal: int) -> tuple[int, str]:
        """Return its exit code, and all it said."""
        self.process.send_signal(with_signal)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out + err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    chosen = tmp_path / "it's a library"
    with Library.open(chosen) as library:
        fill(library, three_briefs())
    return chosen


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    served = Serving(folder)
    yield served
    if served.process.poll() is None:
        served.end(signal.SIGKILL)


def test_it_is_used_in_a_browser(serving: Serving, page: Page) -> None:
    rebound = serving.address.replace("127.0.0.1", "rebound.example")
    page.send("Page.navigate", url=rebound)
    page.until("document.body.innerText.includes('This is not rebound.example')")

    page.send("Page.navigate", url=serving.address)
    page.until_painted("Arvenport cranes")
    socket_address = next(url for url in page.loaded if url.startswith("ws:"))
    size = {name: int(values[0]) for name, values in parse_qs(urlsplit(socket_address).query).items()}
    page.press("4")
    page.until_painted("We build when the sea lets us")
    before = page.picture()

    # The help is opened by the mouse, at its word in the footer.
    footer = " " + "  ".join(f"{display_of(c, {}, most=1)} {c.label}" for c in COMMANDS if c.label)
    left, top, width, height = page.evaluate(
        "(r => [r.x, r.y, r.width, r.height])(document.querySelector('.xterm-screen').getBoundingClientRect())"
    )
    column = footer.index("? help") + 0.5
    page.click(left + column * width / size["width"], top + (size["height"] - 0.5) * height / size["height"])
    page.until_painted("Type a query; every word")
    page.until_it_looks_different(before)

    own = {urlsplit(serving.address).netloc, urlsplit(rebound).netloc}
    assert {urlsplit(url).netloc for url in page.loaded if not url.startswith("data:")} == own, "offline"
    policy = page.evaluate("fetch('/').then(answer => answer.headers.get('Content-Security-Policy'))")
    assert policy.startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in policy
    code, said = serving.end(signal.SIGINT)
    assert code == 130
    assert "Traceback" not in said
    page.until("getComputedStyle(document.querySelector('.ended')).display == 'flex'")


def test_it_ends_when_it_is_told_to(serving: Serving) -> None:
    assert serving.end(signal.SIGTERM)[0] == 0


@pytest.fixture
def session(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tui.browser.session", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield process
        process.kill()


def test_a_session_ends_with_its_server_even_with_one_that_was_killed(session: subprocess.Popen[bytes]) -> None:
    assert session.stdin
    assert session.stdout
    painted = b""
    while b"Arvenport cranes" not in painted:
        read = os.read(session.stdout.fileno(), 1 << 16)
        assert read, painted
        painted += read
    session.stdin.close()
    assert session.wait(60) == 0


def test_a_session_says_what_keeps_it_from_starting(folder: Path) -> None:
    (folder / "library.sqlite").write_bytes(b"no library at all" * 400)
    done = subprocess.run(
        [sys.executable, "-m", "tui.browser.session", str(folder)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("briefs: ")
    assert done.stderr.count("\n") == 1
