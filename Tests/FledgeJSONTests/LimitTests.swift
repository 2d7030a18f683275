// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Testing

@Suite struct LimitTests {
    @Test(arguments: [1, 64, 65, 300, 512])
    func `nesting is allowed to the limit and not beyond`(limit: Int) {
        let options = JSONReader.Options(depth: limit)
        let atLimit = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
        let error = JSONSyntaxError(
            kind: .limit, message: "arrays and objects are nested more than \(limit) deep",
            offset: limit, line: 1, column: limit + 1)
        #expect(failure(JSON.self, atLimit, options) == nil)
        #expect(failure(JSON.self, "[\(atLimit)]", options) == .malformed(error))
        #expect(failure(JSONTestSuiteTests.Skipped.self, atLimit, options) == nil)
        #expect(
            failure(JSONTestSuiteTests.Skipped.self, "[\(atLimit)]", options) == .malformed(error))
    }

    @Test func `a depth beyond what the stack bears is cut down`() {
        #expect(JSONReader.Options(depth: 1_000_000).depth == 512)
        var options = JSONReader.Options()
        options.depth = 1_000
        #expect(options.depth == 512)
    }

    @Test func `brackets and braces may change at any depth`() {
        for depth in [1, 63, 64, 65, 130] {
            let opening = (0..<depth).map { $0.isMultiple(of: 3) ? #"{"a":"# : "[" }.joined()
            let closing = (0..<depth).reversed().map { $0.isMultiple(of: 3) ? "}" : "]" }.joined()
            let options = JSONReader.Options(depth: 200)
            #expect(
                failure(JSONTestSuiteTests.Skipped.self, opening + "1" + closing, options) == nil)
            let wrong = closing.dropLast() + (closing.last == "]" ? "}" : "]")
            #expect(failure(JSONTestSuiteTests.Skipped.self, opening + "1" + wrong, options) != nil)
        }
    }

    /// What counts is how far it gets, not how long it takes: the rest is never looked at.
    @Test func `a million brackets are refused at the 65th`() {
        for text in [
            String(repeating: "[", count: 1_000_000),
            String(repeating: #"{"a":"#, count: 1_000_000),
        ] {
            guard case .malformed(let error)? = failure(JSON.self, text) else {
                Issue.record("accepted")
                continue
            }
            #expect(error.kind == .limit)
            #expect(error.offset == (text.first == "[" ? 64 : 64 * 5))
        }
    }

    @Test func `values are counted, names and elements alike`() {
        let options = JSONReader.Options(values: 4)
        #expect(failure(JSON.self, #"[1,{"a":2},3]"#, options) == nil)
        guard case .malformed(let error)? = failure(JSON.self, #"[1,{"a":2},3,4]"#, options) else {
            Issue.record("accepted")
            return
        }
        #expect(
            (error.kind, error.message, error.offset) == (
                .limit, "there are more than 4 values", 13
            ))
    }

    @Test func `a hundred violations are kept, and the value is refused all the same`() {
        let text = "[" + Array(repeating: "true", count: 250).joined(separator: ",") + "]"
        let all = violations([Int].self, text)
        #expect(all.count == 100)
        #expect(all.last == "/99 type must be a whole number")
        #expect(violations([Int].self, text, .init(violations: 1)).count == 1)
        #expect(violations([Int].self, text, .init(violations: 0)).count == 1)
    }

    @Test func `a name of the input does not make a message long`() {
        let name = String(repeating: "n", count: 10_000)
        guard case .malformed(let error)? = failure(JSON.self, #"{"\#(name)":1,"\#(name)":2}"#)
        else {
            Issue.record("accepted")
            return
        }
        #expect(error.message.count < 120)
    }
}
