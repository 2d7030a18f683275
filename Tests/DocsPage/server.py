# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Serves the page, the document of sample.py, and an API that answers as Fledge does."""

import html
import json
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import sample

TOKEN = "s3cret-token"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Set by start().
    generator = None

    def log_message(self, *_):
        pass

    def answer_any(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.body = self.rfile.read(length)
        self.target = urlsplit(self.path)
        self.query = parse_qs(self.target.query, keep_blank_values=True)
        for method, pattern, action in ROUTES:
            if method == self.command and (match := re.fullmatch(pattern, self.target.path)):
                return action(self, *match.groups())
        return self.problem(404, "Not Found", "There is no such route.")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer_any

    def send(self, status, content, kind="application/json", **headers):
        content = content if isinstance(content, bytes) else content.encode()
        self.send_response(status, "Unprocessable Content" if status == 422 else None)
        if status != 204:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(b"" if status == 204 else content)

    def send_json(self, status, value, **headers):
        self.send(status, json.dumps(value), **headers)

    def problem(self, status, title, detail, **members):
        document = {"type": "about:blank", "title": title, "status": status, "detail": detail, **members,
                    "requestId": "4d2f"}
        self.send(status, json.dumps(document), "application/problem+json")

    def invalid(self, errors):
        self.problem(422, "Unprocessable Content", "The body is not valid.", code="invalid_body", errors=errors)


def send_page(request, document):
    values = {"title": html.escape("Shop & <Sons>"), "document": document}
    request.send(200, request.generator.page(**values), "text/html; charset=utf-8",
                 Content_Security_Policy=request.generator.policy())


def create_user(request):
    if request.headers.get("Authorization") != f"Bearer {TOKEN}":
        return request.problem(401, "Unauthorized", "A token is needed.")
    try:
        user = json.loads(request.body)
    except json.JSONDecodeError as error:
        return request.problem(400, "Bad Request", f"{error.msg} in line {error.lineno}, column {error.colno}.",
                               code="malformed_json", line=error.lineno, column=error.colno)
    errors = list(violations(user))
    if errors:
        return request.invalid(errors)
    return request.send_json(201, {"id": 7, **user}, Location="/users/7")


def violations(user):
    def violation(pointer, code, message):
        return {"pointer": pointer, "code": code, "message": message}

    if "name" not in user:
        yield violation("/name", "missing", "is missing")
    elif not 1 <= len(user["name"]) <= 80:
        yield violation("/name", "length", "must have 1 to 80 characters")
    if "@" not in user.get("email", ""):
        yield violation("/email", "email", "must be an email address")
    if not 18 <= (user.get("age") or 18) <= 150:
        yield violation("/age", "range", "'/age' must be 18 to 150")
    for index, address in enumerate(user.get("addresses", [])):
        if not address.get("city"):
            yield violation(f"/addresses/{index}/city", "missing", "is missing")


def list_users(request):
    limit = request.query.get("limit", ["20"])[0]
    if not limit.isdigit() or not 1 <= int(limit) <= 100:
        return request.problem(400, "Bad Request", "A parameter is not valid.", code="invalid_query", errors=[
            {"parameter": "limit", "code": "range", "message": "must be 1 to 100"}])
    return request.send_json(200, {"items": [], "total": 0, "query": request.query})


def change_user(request, number):
    return request.send_json(200, {
        "id": int(number), "key": request.headers.get("X-API-Key"), "cookie": request.headers.get("Cookie")})


def contact(request):
    email = parse_qs(request.body.decode()).get("email", [""])[0]
    if "@" in email:
        return request.send(204, "")
    return request.invalid([{"pointer": "/email", "code": "email", "message": "must be an email address"}])


def upload(request):
    names = re.findall(rb'name="([^"]+)"', request.body)
    request.send_json(200, {"type": request.headers["Content-Type"].split(";")[0],
                            "names": [name.decode() for name in names]})


def events(request):
    """Two events at once, and then an open end until the client goes."""
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.send_header("Connection", "close")
    request.end_headers()
    try:
        for number in range(10_000):
            request.wfile.write(f"data: {number}\n\n".encode())
            request.wfile.flush()
            time.sleep(0.15)
    except OSError:
        pass


def hostile(request):
    request.send(200, sample.HOSTILE, "text/html", X_Hostile=sample.HOSTILE)


ROUTES = [
    ("GET", "/docs", lambda request: send_page(request, "/openapi.json")),
    ("GET", "/docs-500", lambda request: send_page(request, "/openapi-500.json")),
    ("GET", "/docs-broken", lambda request: send_page(request, "/nowhere.json")),
    ("GET", "/openapi.json", lambda request: request.send_json(200, sample.document())),
    ("GET", "/openapi-500.json", lambda request: request.send_json(200, sample.document(resources=82))),
    ("GET", "/users", list_users),
    ("POST", "/users", create_user),
    ("PATCH", r"/users/(\d+)", change_user),
    ("POST", "/contact", contact),
    ("POST", "/pictures", upload),
    ("GET", "/events", events),
    ("GET", "/numbers", lambda request: request.send(200, '{"id":9223372036854775807,"pi":3.10}')),
    ("GET", r"/files/(.+)", lambda request, path: request.send(200, f"file {path}", "text/plain")),
    ("POST", "/hostile", hostile),
]


def start(generator) -> tuple[ThreadingHTTPServer, str]:
    """Starts on a free port; gives the server and its origin."""
    Handler.generator = generator
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"
