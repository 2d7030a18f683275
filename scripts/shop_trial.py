# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The Shop under trial, for scripts/crash and scripts/outage: the program, its clients, and what they know."""

import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STOCK = 1_000_000
PRICES = [250, 999, 1]


@dataclass
class Sent:
    """One wish to order, and what became of it."""

    user: int
    product: int
    quantity: int
    acknowledged: str | None = None


@dataclass
class Ledger:
    """What the clients know."""

    sent: dict[str, Sent] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def acknowledged(self) -> int:
        with self.lock:
            return sum(1 for sent in self.sent.values() if sent.acknowledged)


class Shop:
    """The program, as a process of its own."""

    def __init__(self, binary: Path, folder: Path) -> None:
        environment = {**os.environ, "PORT": "0", "HOST": "127.0.0.1", "FLEDGE_ENV": "test",
                       "SHOP_DATABASE": str(folder / "shop.sqlite")}
        self.log = open(folder / "log", "ab")
        self.process = subprocess.Popen([binary], cwd=ROOT / "Examples/Shop", env=environment,
                                        stdout=subprocess.PIPE, stderr=self.log)
        assert self.process.stdout is not None
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            raise SystemExit(f"The shop did not start: {line!r}\n{(folder / 'log').read_text()[-3000:]}")
        self.port = int(found.group(1))

    def descriptors(self) -> int | None:
        """How many files and sockets it has open; None where the system does not tell."""
        folder = Path(f"/proc/{self.process.pid}/fd")
        return len(list(folder.iterdir())) if folder.is_dir() else None

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()


class Client:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def send(self, method: str, target: str, body: object = None, **headers: str) -> tuple[int, dict, object]:
        text = None if body is None else json.dumps(body)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if text is not None:
            headers["Content-Type"] = "application/json"
        self.connection.request(method, target, text, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        is_json = "json" in answer.headers.get("Content-Type", "")
        return answer.status, dict(answer.headers), json.loads(content) if is_json and content else None

    def order(self, key: str, sent: Sent) -> tuple[int, dict]:
        """Sends an order; returns the status and the header fields, of which Location is the order's place."""
        new = {"userID": sent.user, "lines": [{"productID": sent.product, "quantity": sent.quantity}]}
        status, headers, _ = self.send("POST", "/api/orders", new, Idempotency_Key=key)
        return status, headers


def all_orders(client: Client) -> list[dict]:
    orders: list[dict] = []
    page = 1
    while True:
        status, _, content = client.send("GET", f"/api/orders?page={page}&limit=100", X_Staff="yes")
        assert status == 200, content
        orders += content["items"]
        if len(orders) >= content["total"] or not content["items"]:
            return orders
        page += 1


def places_of(orders: list[dict]) -> set[str]:
    return {f"/api/orders/{order['id']}" for order in orders}


def check(client: Client, products: list[int], ledger: Ledger, wrong: list[str]) -> tuple[int, int]:
    """Compares what is there with what the clients were told, and sends everything again.

    Returns how many orders there were before that, and how many after it.
    """
    before = places_of(all_orders(client))
    told = {sent.acknowledged for sent in ledger.sent.values() if sent.acknowledged}
    if told - before:
        wrong.append(f"{len(told - before)} acknowledged orders are gone, such as {min(told - before)}")
    for key, sent in ledger.sent.items():
        status, headers = client.order(key, sent)
        location = headers.get("Location")
        if status != 201:
            wrong.append(f"{key} sent again was answered with {status}")
        elif sent.acknowledged and location != sent.acknowledged:
            wrong.append(f"{key} was acknowledged as {sent.acknowledged} and is {location} now")
        else:
            sent.acknowledged = location
    places = {sent.acknowledged for sent in ledger.sent.values()}
    orders = all_orders(client)
    there = places_of(orders)
    if len(places) != len(ledger.sent):
        wrong.append(f"{len(ledger.sent)} keys share {len(places)} orders")
    if there != places:
        wrong.append(f"{len(there - places)} orders that nobody knows, {len(places - there)} that are gone")
    taken = {product: 0 for product in products}
    for order in orders:
        total = 0
        for line in order["lines"]:
            taken[line["productID"]] += line["quantity"]
            total += line["quantity"] * line["unitPrice"]["amount"]
        if total != order["total"]["amount"]:
            wrong.append(f"order {order['id']} costs {order['total']['amount']} and its lines {total}")
    for product in products:
        _, _, content = client.send("GET", f"/api/products/{product}")
        if content["stock"] + taken[product] != STOCK:
            wrong.append(f"of product {product} {content['stock']} are left and {taken[product]} ordered, of {STOCK}")
    return len(before), len(orders)


def prepare(binary: Path, folder: Path) -> tuple[list[int], list[int]]:
    shop = Shop(binary, folder)
    client = Client(shop.port)
    users, products = [], []
    for number in range(4):
        status, _, user = client.send("POST", "/api/users", {
            "name": f"Customer {number}", "email": f"c{number}-{os.getpid()}@example.com"})
        assert status == 201, user
        users.append(user["id"])
    for number, price in enumerate(PRICES):
        status, _, product = client.send("POST", "/api/staff/products", {
            "name": f"Thing {number}", "price": {"amount": price, "currency": "EUR"}, "stock": STOCK}, X_Staff="yes")
        assert status == 201, product
        products.append(product["id"])
    shop.kill()
    return users, products


def build() -> Path:
    """Builds the program with the traits that every script builds with, and says where it is."""
    traits = subprocess.run([ROOT / "scripts/traits"], check=True, capture_output=True, text=True).stdout.split()
    command = ["swift", "build", *traits, "--product", "Shop"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr)
    shown = subprocess.run([*command, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(shown.stdout.strip()) / "Shop"


def psql(statement: str) -> str:
    """Runs SQL on the server of DATABASE_URL behind the shop's back, all of it or nothing."""
    program = Path(os.environ.get("FLEDGE_POSTGRES_PROGRAMS", "")) / "psql"
    ran = subprocess.run([program, "-XAtq", "-1", "-v", "ON_ERROR_STOP=1", "-c", statement, os.environ["DATABASE_URL"]],
                         check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def lose_an_order(folder: Path, ledger: Ledger) -> str:
    """Takes an acknowledged order out of the database behind the shop's back, as if its commit had been lost.

    Returns the order's place, which `check` must miss.
    """
    places = sorted(sent.acknowledged for sent in ledger.sent.values() if sent.acknowledged)
    place = places[len(places) // 2]
    order = int(place.rsplit("/", 1)[1])
    statements = "; ".join([f"DELETE FROM order_requests WHERE order_id = {order}",
                            f"DELETE FROM order_lines WHERE order_id = {order}",
                            f"DELETE FROM orders WHERE id = {order}"])
    if os.environ.get("DATABASE_URL"):
        psql(statements)
    else:
        database = sqlite3.connect(folder / "shop.sqlite")
        database.executescript(f"BEGIN; {statements}; COMMIT")
        database.close()
    return place


def verdict_on_sabotage(place: str, wrong: list[str]) -> int:
    """The status of a run that must have missed what was taken, and prints whether it has."""
    found = any("acknowledged orders are gone" in line and line.endswith(f" {place}") for line in wrong)
    print(f"Sabotage: {place} was taken away, and that was {'noticed' if found else 'NOT NOTICED'}.")
    return 0 if found else 1
