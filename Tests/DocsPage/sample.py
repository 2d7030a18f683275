# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""An OpenAPI document with everything that the page must show, and more than a hundred operations."""

HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
HOSTILE_LINK = "[click](javascript:window.hacked=1) and [data](data:text/html,x)"

NOUNS = (
    "accounts", "articles", "baskets", "carriers", "coupons", "devices", "invoices", "labels",
    "messages", "parcels", "payouts", "reports", "shelves", "suppliers", "tickets", "warehouses",
)


def document(resources: int = len(NOUNS)) -> dict:
    """The document; `resources` times six operations besides the special ones."""
    paths = special_paths()
    for index in range(resources):
        noun = NOUNS[index % len(NOUNS)]
        paths.update(resource_paths(noun if index < len(NOUNS) else f"{noun}{index // len(NOUNS)}"))
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop & Sons", "version": "2.4.0", "description": INTRODUCTION},
        "servers": [{"url": "/"}],
        "tags": [
            {"name": "Users", "description": "People who buy, and people who **sell**."},
            {"name": "Payments"},
        ],
        "paths": paths,
        "components": {
            "schemas": schemas(),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "A token from `POST /login`."},
                "session": {"type": "apiKey", "in": "cookie", "name": "session"},
                "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            },
        },
    }


INTRODUCTION = f"""A shop that sells pens, ink and paper.

Amounts are in cents. Times are RFC 3339, in UTC.

- Lists are paged, see `page` and `limit`.
- Errors are *problems* ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)).

{HOSTILE} {HOSTILE_LINK}
"""


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def answer(description: str, schema: dict | None = None, kind: str = "application/json") -> dict:
    return {"description": description, **({"content": {kind: {"schema": schema}}} if schema else {})}


def problem(description: str) -> dict:
    return answer(description, ref("Problem"), "application/problem+json")


def body(schema: dict, kind: str = "application/json") -> dict:
    return {"required": True, "content": {kind: {"schema": schema}}}


def path_id() -> dict:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "integer", "minimum": 1}}


def resource_paths(noun: str) -> dict:
    """The six usual operations on one kind of thing."""
    tag = noun.capitalize()
    thing = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "integer", "format": "int64", "readOnly": True},
            "name": {"type": "string", "minLength": 1, "maxLength": 80},
            "note": {"type": ["string", "null"]},
        },
    }
    found = {"200": answer("Found.", thing), "404": problem("There is none with this id.")}

    def operation(verb: str, summary: str, **more) -> dict:
        return {"tags": [tag], "operationId": f"{verb}{tag}", "summary": summary, **more}

    return {
        f"/{noun}": {
            "get": operation("list", f"List {noun}", responses={
                "200": answer("A page.", {"type": "array", "items": thing})}),
            "post": operation("create", f"Create one of the {noun}", requestBody=body(thing), responses={
                "201": answer("Created.", thing), "422": problem("The body is not valid.")}),
        },
        f"/{noun}/{{id}}": {
            "parameters": [path_id()],
            "get": operation("get", f"Read one of the {noun}", responses=found),
            "put": operation("replace", f"Replace one of the {noun}", requestBody=body(thing), responses=found),
            "patch": operation("update", f"Change one of the {noun}", requestBody=body(thing), responses=found),
            "delete": operation("delete", f"Delete one of the {noun}", responses={
                "204": answer("Deleted."), "404": problem("There is none with this id.")}),
        },
    }


def special_paths() -> dict:
    secured = [{"bearer": []}]
    return {
        "/users": {"get": list_users(), "post": create_user(secured)},
        "/users/{id}": {
            "parameters": [path_id()],
            "patch": {
                "tags": ["Users"], "operationId": "changeUser", "summary": "Change a user",
                "security": [{"session": []}, {"key": []}],
                "requestBody": body(ref("UserPatch"), "application/merge-patch+json"),
                "responses": {"200": answer("Changed.", ref("User")), "403": problem("Not yours.")},
            },
        },
        "/payments": {"post": {
            "tags": ["Payments"], "operationId": "pay", "summary": "Pay an order",
            "description": "Charges at once. Repeating it with the same `Idempotency-Key` charges once.",
            "parameters": [{"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "format": "uuid"}}],
            "requestBody": body(ref("Payment")),
            "responses": {"200": answer("Paid.", ref("Payment")), "402": problem("Declined.")},
        }},
        "/categories": {"get": {
            "tags": ["Catalogue"], "operationId": "categories", "summary": "The tree of categories",
            "responses": {"200": answer("The roots.", {"type": "array", "items": ref("Category")})},
        }},
        "/contact": {"post": {
            "tags": ["Forms"], "operationId": "contact", "summary": "Send the contact form",
            "requestBody": body(ref("Contact"), "application/x-www-form-urlencoded"),
            "responses": {"204": answer("Sent."), "422": problem("Not valid.")},
        }},
        "/pictures": {"post": {
            "tags": ["Forms"], "operationId": "upload", "summary": "Upload a picture",
            "requestBody": body(ref("Upload"), "multipart/form-data"),
            "responses": {"200": answer("What arrived.", {"type": "object"})},
        }},
        "/numbers": {"get": {
            "tags": ["Catalogue"], "operationId": "numbers", "summary": "Numbers beyond 2^53",
            "responses": {"200": answer("Exact.", {"type": "object"})},
        }},
        "/events": {"get": {
            "tags": ["Catalogue"], "operationId": "events", "summary": "Follow what happens",
            "responses": {"200": answer("A stream.", {"type": "string"}, "text/event-stream")},
        }},
        "/files/{path}": {"get": {
            "tags": ["Catalogue"], "operationId": "file", "summary": "Read a file", "deprecated": True,
            "parameters": [{"name": "path", "in": "path", "required": True, "x-catch-all": True,
                            "schema": {"type": "string"}, "example": "guides/ink.txt"}],
            "responses": {"200": answer("The text.", {"type": "string"}, "text/plain")},
        }},
        "/hostile": {"post": hostile()},
    }


def list_users() -> dict:
    return {
        "tags": ["Users"], "operationId": "listUsers", "summary": "List users",
        "description": "Newest first.\n\n```\nGET /users?tag=a&tag=b\n```",
        "parameters": [
            {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}},
            {"name": "limit", "in": "query", "description": "How many on a page.",
             "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}},
            {"name": "status", "in": "query", "schema": ref("Status")},
            {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
            {"name": "active", "in": "query", "schema": {"type": "boolean"}},
        ],
        "responses": {"200": answer("A page of users.", ref("PageOfUser")),
                      "400": problem("A parameter is not valid.")},
    }


def create_user(security: list) -> dict:
    return {
        "tags": ["Users"], "operationId": "createUser", "summary": "Create a user",
        "description": "Creates a user and sends a letter of welcome to the `email`.",
        "security": security,
        "requestBody": body(ref("NewUser")),
        "responses": {
            "201": {**answer("Created.", ref("User")), "headers": {
                "Location": {"description": "Where the user is.", "required": True, "schema": {"type": "string"}}}},
            "400": problem("The body is no JSON."),
            "401": problem("No token, or a wrong one."),
            "422": problem("The body breaks a rule; `errors` says which."),
        },
    }


def hostile() -> dict:
    return {
        "tags": [f"Hostile {HOSTILE}"], "operationId": f'hostile"{HOSTILE}', "summary": f"Hostile {HOSTILE}",
        "description": f"{HOSTILE}\n\n{HOSTILE_LINK}\n\n`{HOSTILE}`\n\n- **{HOSTILE}**",
        "parameters": [{"name": f"q{HOSTILE}", "in": "query", "description": HOSTILE,
                        "schema": {"type": "string", "enum": [HOSTILE], "default": HOSTILE}}],
        "requestBody": body({
            "type": "object", "description": HOSTILE, "required": ["__proto__"],
            "properties": {
                "__proto__": {"type": "string", "default": HOSTILE},
                HOSTILE: {"type": "string", "pattern": HOSTILE, "title": HOSTILE, "example": HOSTILE},
                "loop": {"$ref": "#/components/schemas/Loop"},
                "lost": {"$ref": "#/components/schemas/Nowhere"},
                "elsewhere": {"$ref": "https://example.com/schema.json"},
            },
        }),
        "responses": {"200": answer(f"OK {HOSTILE}", {"type": "string", "example": HOSTILE}, "text/html"),
                      "default": problem(HOSTILE)},
    }


def schemas() -> dict:
    text = {"type": "string"}
    return {
        "Status": {"type": "string", "enum": ["active", "invited", "blocked"]},
        "Address": {"type": "object", "required": ["street", "city"], "properties": {
            "street": {"type": "string", "minLength": 1, "maxLength": 120},
            "postcode": {"type": "string", "pattern": "^[A-Z]{1,2}[0-9]{3,5}$"},
            "city": text}},
        "NewUser": {
            "type": "object", "description": "Someone who has not been stored yet.",
            "required": ["name", "email"], "additionalProperties": False,
            "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 80, "description": "Shown on invoices."},
                "email": {"type": "string", "format": "email"},
                "age": {"type": ["integer", "null"], "minimum": 18, "maximum": 150},
                "tags": {"type": "array", "items": {"type": "string", "maxLength": 20}, "maxItems": 10,
                         "uniqueItems": True, "default": []},
                "addresses": {"type": "array", "items": ref("Address"), "maxItems": 3},
            }},
        "User": {"allOf": [ref("NewUser"), {"type": "object", "required": ["id", "status", "created"], "properties": {
            "id": {"type": "integer", "format": "int64", "readOnly": True},
            "status": ref("Status"),
            "created": {"type": "string", "format": "date-time", "readOnly": True}}}]},
        "UserPatch": {"type": "object", "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 80},
            "age": {"anyOf": [{"type": "integer", "minimum": 18}, {"type": "null"}], "description": "Null removes it."}}},
        "PageOfUser": {"type": "object", "required": ["items", "total"], "properties": {
            "items": {"type": "array", "items": ref("User")}, "total": {"type": "integer", "minimum": 0},
            "next": {"type": ["string", "null"], "format": "uri"}}},
        "Category": {"type": "object", "required": ["name", "children"], "properties": {
            "name": text, "children": {"type": "array", "items": ref("Category")},
            "parent": {"oneOf": [ref("Category"), {"type": "null"}]}}},
        "Payment": {"oneOf": [ref("CardPayment"), ref("InvoicePayment")],
                    "discriminator": {"propertyName": "type", "mapping": {
                        "card": "#/components/schemas/CardPayment",
                        "invoice": "#/components/schemas/InvoicePayment"}}},
        "CardPayment": {"type": "object", "required": ["type", "number"], "properties": {
            "type": {"const": "card"}, "number": {"type": "string", "pattern": "^[0-9]{12,19}$"},
            "amount": {"type": "integer", "minimum": 1, "description": "In cents."}}},
        "InvoicePayment": {"type": "object", "required": ["type", "address"], "properties": {
            "type": {"const": "invoice"}, "address": ref("Address")}},
        "Contact": {"type": "object", "required": ["email", "message"], "properties": {
            "email": {"type": "string", "format": "email"}, "message": text,
            "address": ref("Address"), "copy": {"type": "boolean", "default": False}}},
        "Upload": {"type": "object", "required": ["file"], "properties": {
            "title": text, "file": {"type": "string", "contentMediaType": "application/octet-stream"}}},
        "Loop": {"$ref": "#/components/schemas/Loop"},
        "Problem": {"type": "object", "required": ["type", "title", "status"], "properties": {
            "type": text, "title": text, "status": {"type": "integer"}, "detail": text, "code": text,
            "errors": {"type": "array", "items": {"type": "object", "properties": {
                "pointer": {**text, "description": "Where in the body (RFC 6901)."}, "code": text, "message": text}}},
            "requestId": text}},
    }
