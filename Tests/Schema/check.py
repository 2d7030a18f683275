# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Holds the schemas of Samples.swift to a validator that shares no code with Fledge.

Each schema must be one (the metaschema of 2020-12), each document must be taken by both or by
neither, and each value that is written must fit the schema of what a client is answered.
"""

import json
import sys

from jsonschema import Draft202012Validator


def mistakes(sample):
    name = sample["type"]
    for mode in ("input", "output"):
        Draft202012Validator.check_schema(sample[mode])
    formats = Draft202012Validator.FORMAT_CHECKER
    reads = Draft202012Validator(sample["input"], format_checker=formats)
    answers = Draft202012Validator(sample["output"], format_checker=formats)
    for document in sample["documents"]:
        text = document["text"]
        if reads.is_valid(json.loads(text)) != document["taken"]:
            word = "takes" if document["taken"] else "refuses"
            yield f"{name}: the reader {word} {text}, and its schema says otherwise"
        for error in answers.iter_errors(document["written"]) if document["taken"] else []:
            yield f"{name}: {text} is written as {document['written']}: {error.message}"


def main():
    samples = [json.loads(line) for line in sys.stdin]
    found = [mistake for sample in samples for mistake in mistakes(sample)]
    for mistake in found:
        print(mistake, file=sys.stderr)
    documents = [document for sample in samples for document in sample["documents"]]
    taken = sum(document["taken"] for document in documents)
    if not samples or not 0 < taken < len(documents):
        sys.exit("There is nothing to compare.")
    if found:
        sys.exit(f"{len(found)} differences.")
    print(f"{len(samples)} types, {len(documents)} documents, {taken} of them taken: both agree.")



main()
