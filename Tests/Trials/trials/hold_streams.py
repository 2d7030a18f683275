# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Opens streams, says so, and waits to be killed: `python3 -m trials.hold_streams PORT COUNT`."""

import resource
import sys
import time

from .client import remote_socket

port, count = int(sys.argv[1]), int(sys.argv[2])
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

sockets = []
for _ in range(count):
    sock = remote_socket()
    sock.connect(("127.0.0.1", port))
    sock.sendall(b"GET /stream/1024 HTTP/1.1\r\nHost: trial\r\n\r\n")
    sockets.append(sock)
for sock in sockets:
    sock.recv(1)
print("holding", flush=True)
time.sleep(600)
