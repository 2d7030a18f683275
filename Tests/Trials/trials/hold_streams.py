# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Opens streams, says so in a line, and waits to be killed: `hold_streams.py PORT COUNT`."""

import resource
import socket
import sys
import time

port, count = int(sys.argv[1]), int(sys.argv[2])
_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

sockets = []
for _ in range(count):
    sock = socket.socket()
    # Else the kernel would take megabytes for each.
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
    sock.connect(("127.0.0.1", port))
    sock.sendall(b"GET /stream/1024 HTTP/1.1\r\nHost: trial\r\n\r\n")
    sock.recv(1)
    sockets.append(sock)
print("holding", flush=True)
time.sleep(600)
