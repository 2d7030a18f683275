// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct TypeProbeTests {
    private let probe = TypeProbe(questions: [
        .init(key: "in a", expression: "a", offset: 10),
        .init(key: "out b", expression: "b.c", offset: 0),
    ])

    @Test func `a question stands before its statement`() {
        #expect(
            probe.text(of: "let b = 1\nlet a = b\n") == """
                func askFledgeExtractProbe1() async throws { let _: FledgeExtractProbe1 = b.c }
                let b = 1
                func askFledgeExtractProbe0() async throws { let _: FledgeExtractProbe0 = a }
                let a = b

                private enum FledgeExtractProbe0 {}
                private enum FledgeExtractProbe1 {}

                """)
    }

    @Test func `the compiler's refusals are the answers`() {
        let output = """
            /app/A.swift:3:2: error: cannot convert value of type '[Int : (Order, Int)]' to specified type 'FledgeExtractProbe1'
             3 | func ask
               |      `- error: cannot convert value of type '[Int : (Order, Int)]' to specified type 'FledgeExtractProbe1'
            /app/A.swift:5:2: error: cannot convert value of type 'String?' to specified type 'FledgeExtractProbe0'
            /app/A.swift:9:2: error: cannot find 'x' in scope
            /app/A.swift:9:2: error: cannot convert value of type 'Int' to specified type 'String'
            """
        #expect(probe.answers(in: output) == ["in a": "String?", "out b": "[Int : (Order, Int)]"])
    }
}
