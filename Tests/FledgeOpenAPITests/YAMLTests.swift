// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema
import Testing

@testable import FledgeOpenAPI

/// That a real reader of YAML reads the same is tried in `scripts/test-openapi`.
@Suite struct `YAML` {
    @Test(arguments: [
        ("plain words", "plain words\n"), ("/users/{id}", "/users/{id}\n"), ("", "\"\"\n"),
        ("true", "\"true\"\n"), ("No", "\"No\"\n"), ("null", "\"null\"\n"), ("1.0", "\"1.0\"\n"),
        ("a: b", "\"a: b\"\n"), ("a #b", "\"a #b\"\n"), ("- a", "\"- a\"\n"), ("*a", "\"*a\"\n"),
        ("a ", "\"a \"\n"), ("a\u{7F}", "\"a\\u007f\"\n"), ("\u{FEFF}a", "\"\\ufeffa\"\n"),
        ("$ref", "$ref\n"),
    ])
    func `writes text so that it stays text`(text: String, yaml: String) {
        #expect(YAMLText.write(.string(text)) == yaml)
    }

    @Test func `writes what is in what by indentation`() {
        let value: JSON = [
            "list": [1, ["a": true, "b": nil], [[2]], [], [:]], "lines": "one\n\n  two",
            "deep": ["lines": " one\ntwo", "empty": [:]],
        ]
        #expect(
            YAMLText.write(value) == """
                list:
                  - 1
                  - a: true
                    b: null
                  -
                    -
                      - 2
                  - []
                  - {}
                lines: |-
                  one

                    two
                deep:
                  lines: " one\\ntwo"
                  empty: {}

                """)
    }
}
