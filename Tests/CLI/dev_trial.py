# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Tries `fledge dev` from outside: an app is changed while one client asks it without a pause.

  dev_trial.py FLEDGE FOLDER [--saves 20] [--browser] [--pictures DIR] [-- OPTIONS OF swift build]

FOLDER is an app with its routes in app/. Two routes are put into it and taken away at the end. Each
save changes what they answer; counted is how long it takes until the new answer is there, and what
the client got meanwhile. With --browser a syntax error is saved, and chromium must show it, and must
show the page again when it is mended.
"""

import argparse
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

API = """import Fledge

@Route struct TrialRoute {
    func GET() -> JSON { ["version": %d] }
}
"""

PAGE = """import Fledge

@Route struct TrialPageRoute {
    func GET() -> HTML {
        HTML("<!doctype html><html><body><h1>version %d</h1></body></html>")
    }
}
"""

BROKEN = """import Fledge

@Route struct TrialPageRoute {
    func GET() -> HTML {
        HTML("<h1>\\(greeting)</h1>")
    }
}
"""


class Failure(Exception):
    """What `fledge dev` should not have done."""


class App:
    """The two routes in the folder of an app."""

    def __init__(self, folder: pathlib.Path):
        self.api = folder / "app/api/trial/TrialRoute.swift"
        self.page = folder / "app/trial/TrialPageRoute.swift"

    def write(self, file: pathlib.Path, text: str):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def remove(self):
        for file in (self.api, self.page):
            shutil.rmtree(file.parent, ignore_errors=True)


class Server:
    """`fledge dev`, running."""

    def __init__(self, fledge: str, folder: pathlib.Path, options: list[str]):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.call = [fledge, "dev", "--port", str(self.port)] + (["--"] + options if options else [])
        self.folder = folder
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            self.call, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.listens = threading.Event()
        threading.Thread(target=self.read, daemon=True).start()
        self.listens.wait(300)

    def read(self):
        for line in self.process.stdout:
            self.lines.append(line)
            if " on http" in line:
                self.listens.set()
        self.listens.set()

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Status and body; waits for a build if there is none yet."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=1800) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def wait(self, path: str, text: str, limit: float = 600, **headers: str) -> str:
        """Asks until a text is in the answer."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            _, body = self.get(path, **headers)
            if text in body:
                return body
            time.sleep(0.01)
        raise Failure(f"{path} never said {text!r}:\n{''.join(self.lines[-30:])}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


class Client(threading.Thread):
    """One client that asks without a pause, on one connection."""

    def __init__(self, port: int):
        super().__init__(daemon=True)
        self.port = port
        self.versions: list[int] = []
        self.reconnects = 0
        self.failures: list[str] = []
        self.over = threading.Event()
        self.slowest = 0.0

    def run(self):
        connection = None
        while not self.over.is_set():
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
            started = time.monotonic()
            try:
                connection.request("GET", "/api/trial")
                answer = connection.getresponse()
                body = answer.read()
                if answer.status != 200:
                    raise Failure(f"{answer.status}: {body!r}")
                self.versions.append(json.loads(body)["version"])
                if answer.will_close:
                    raise Failure("the connection was closed after an answer")
            except Exception as error:  # Refused, reset, cut short: each is counted.
                self.failures.append(repr(error))
                connection.close()
                connection = None
            self.slowest = max(self.slowest, time.monotonic() - started)


def try_saves(server: Server, app: App, count: int):
    """Saves under load: nothing is refused or reset, and versions only go up."""
    client = Client(server.port)
    client.start()
    seconds = []
    for number in range(2, count + 2):
        app.write(app.api, API % number)
        saved = time.monotonic()
        server.wait("/api/trial", f":{number}")
        seconds.append(time.monotonic() - saved)
    client.over.set()
    client.join()
    print(
        f"{count} saves under load: {len(client.versions)} answers, {len(client.failures)} failures; "
        f"save to new answer: median {statistics.median(seconds):.2f} s, "
        f"{min(seconds):.2f} to {max(seconds):.2f} s; slowest answer {client.slowest:.2f} s"
    )
    if client.failures:
        raise Failure(f"the client saw {client.failures[:5]}")
    if client.versions != sorted(client.versions) or len(set(client.versions)) < count // 2:
        raise Failure("the versions were not those of the old and the new builds, in order")


def try_error(server: Server, app: App):
    """A syntax error: programs go on, pages show it."""
    _, before = server.get("/api/trial")
    app.write(app.page, BROKEN)
    page = server.wait("/trial", "in scope", Accept="text/html")
    for text in ("greeting", "app/trial/TrialPageRoute.swift:5:", "caret", "prefers-color-scheme"):
        if text not in page:
            raise Failure(f"the error page says nothing of {text!r}:\n{page}")
    if re.search(r"(src|href)=\"https?:", page):
        raise Failure("the error page loads something from elsewhere")
    if server.get("/api/trial") != (200, before):
        raise Failure("the last good build does not go on")
    app.write(app.page, PAGE % 2)
    server.wait("/trial", "version 2", Accept="text/html")
    print("A syntax error: shown to pages, unseen by programs, gone when mended.")


def try_browser(server: Server, app: App, pictures: pathlib.Path):
    """The same, as a browser shows it."""
    from playwright.sync_api import expect, sync_playwright

    pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1100, "height": 700})
        hosts = set()
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        page.goto(f"http://127.0.0.1:{server.port}/trial")
        heading = page.locator("h1")
        expect(heading).to_have_text("version 2")
        app.write(app.page, PAGE % 3)
        expect(heading).to_have_text("version 3", timeout=300_000)
        app.write(app.page, BROKEN)
        expect(heading).to_have_text("1 error", timeout=300_000)
        expect(page.locator("pre")).to_contain_text("greeting")
        page.screenshot(path=pictures / "error-light.png")
        page.emulate_media(color_scheme="dark")
        page.screenshot(path=pictures / "error-dark.png")
        app.write(app.page, PAGE % 4)
        expect(heading).to_have_text("version 4", timeout=300_000)
        chromium.close()
        if hosts != {f"127.0.0.1:{server.port}"}:
            raise Failure(f"the pages asked {hosts}")
    print(f"Chromium showed the error and the page after it; pictures in {pictures}.")


def try_crash(server: Server):
    """An app that dies is started again."""
    tasks = pathlib.Path(f"/proc/{server.process.pid}/task")
    if not tasks.exists():
        return
    end = time.monotonic() + 60
    children = []
    # For a moment there is a second one, which says what the routes are.
    while len(children) != 1 and time.monotonic() < end:
        children = [pid for task in tasks.glob("*/children") for pid in task.read_text().split()]
    if len(children) != 1:
        raise Failure(f"there is not one app but {children}")
    os.kill(int(children[0]), signal.SIGKILL)
    # A request that is handed to it while it dies is lost with it, and told so with 502.
    # Until its last thread has gone its socket takes connections, though its first one is dead before.
    while pathlib.Path(f"/proc/{children[0]}").exists() and time.monotonic() < end:
        time.sleep(0.001)
    answer = server.get("/api/trial")
    if answer[0] != 200:
        raise Failure(f"an app that was killed is not there again: {answer}")
    print("An app that was killed is started again.")


def try_port(server: Server):
    """A port that is taken."""
    second = subprocess.run(server.call, cwd=server.folder, capture_output=True, text=True, timeout=120)
    if second.returncode != 1 or f"Port {server.port}" not in second.stderr:
        raise Failure(f"a second one on the port: {second}")


def main() -> int:
    call, _, options = " ".join(sys.argv[1:]).partition(" -- ")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fledge")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--saves", type=int, default=20)
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--pictures", type=pathlib.Path, default=pathlib.Path(".build/cli-pictures"))
    arguments = parser.parse_args(call.split())
    app = App(arguments.folder)
    app.write(app.api, API % 1)
    app.write(app.page, PAGE % 1)
    started = time.monotonic()
    server = Server(arguments.fledge, arguments.folder, options.split())
    try:
        server.wait("/api/trial", ":1", limit=1800)
        print(f"First answer after {time.monotonic() - started:.1f} s.")
        try_port(server)
        try_crash(server)
        try_saves(server, app, arguments.saves)
        try_error(server, app)
        if arguments.browser:
            try_browser(server, app, arguments.pictures)
        status = server.stop()
        if status != 0:
            raise Failure(f"Ctrl-C ended it with status {status}")
    except Failure as failure:
        print("".join(server.lines[-40:]), file=sys.stderr)
        print(f"fledge dev: {failure}", file=sys.stderr)
        return 1
    finally:
        if server.process.poll() is None:
            server.process.kill()
        app.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
