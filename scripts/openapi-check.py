# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Checks OpenAPI documents: valid, and with something to say about every answer.

Run by scripts/test-openapi. A document in two files (a.json and a.yaml) must be the same in both.
"""

import json
import sys
from pathlib import Path

import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


class TextualDates(yaml.SafeLoader):
    """Reads YAML as JSON has it: an unquoted date is text."""


TextualDates.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict:
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, TextualDates)


def operations(document: dict):
    for path, item in document.get("paths", {}).items():
        for method in METHODS & item.keys():
            yield f"{method.upper()} {path}", item[method]


def mistakes(document: dict):
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        place = "/".join(str(part) for part in error.absolute_path)
        yield f"{place}: {error.message[:300]}"
    ids = [operation.get("operationId") for _, operation in operations(document)]
    for repeated in {name for name in ids if ids.count(name) > 1}:
        yield f"the operationId {repeated} is not unique"
    for name, operation in operations(document):
        if "operationId" not in operation:
            yield f"{name}: has no operationId"
        for status, answer in operation["responses"].items():
            for media_type, content in answer.get("content", {}).items():
                if not content.get("schema"):
                    yield f"{name}: nothing is said about {media_type} of {status}"


def main(paths: list[Path]) -> int:
    failed = False
    read_so_far: dict[str, dict] = {}
    for path in paths:
        document = read(path)
        found = list(mistakes(document))
        twin = read_so_far.setdefault(str(path.with_suffix("")), document)
        if twin != document:
            found.append("is not the same as its twin in the other format")
        count = sum(1 for _ in operations(document))
        print(f"{path}: {count} operations, {'valid' if not found else 'NOT VALID'}")
        for mistake in found:
            print(f"    {mistake}")
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
