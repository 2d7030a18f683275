# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""A server for what a fake transport cannot show: /events sends its second event when /ping was asked."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

asked = threading.Event()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        if self.path == "/ping":
            asked.set()
            self.answer("text/plain", b"pong")
        elif self.path == "/events":
            self.events()
        else:
            self.answer("text/plain", b"", status=404)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("content-length", 0)))
        # Until the client goes away.
        self.rfile.read(1)
        self.close_connection = True

    def answer(self, media_type, body, status=200):
        self.send_response(status)
        self.send_header("content-type", media_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def events(self):
        asked.clear()
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self.piece(b"data: first\n\n")
        asked.wait()
        self.piece(b"data: second\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def piece(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
