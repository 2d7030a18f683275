// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation
import Testing

/// A type that holds itself, written as the macro writes it.
private struct Tree: SchemaType, Equatable {
    var children: [Tree]

    init(_ children: [Tree]) { self.children = children }

    init(json reader: inout JSONReader) throws(JSONError) {
        children = try [Tree](json: &reader)
    }

    func write(to writer: inout JSONWriter) { children.write(to: &writer) }

    static func describe(in registry: inout SchemaRegistry) -> JSONSchema { JSONSchema([:]) }
}

/// Threads that are not the first have 512 KiB of stack on macOS.
///
/// A debug build, as here, has no room for 512 levels of a type in that, a release build has: it
/// takes less than 384 KiB for them.
@Suite struct SmallStackTests {
    private func onSmallStack<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result
    ) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test(arguments: [64, 512])
    func `the deepest open value is read, written and let go`(depth: Int) async {
        let text = Self.nested(depth)
        let again = await onSmallStack {
            let value = try? JSONReader.decode(JSON.self, from: text, options: .init(depth: depth))
            return value.flatMap { try? JSONWriter.encode($0) }
        }
        #expect(again == Array(text.utf8))
    }

    @Test func `so is the deepest value of a type that holds itself`() async {
        let depth = JSONReader.Options().depth
        let text = Self.nested(depth)
        let again = await onSmallStack {
            let value = try? JSONReader.decode(Tree.self, from: text, options: .init(depth: depth))
            return value.flatMap { try? JSONWriter.encode($0) }
        }
        #expect(again == Array(text.utf8))
    }

    @Test(arguments: ["[", #"{"a":"#, #"[{"x":"#])
    func `a million levels are refused`(opening: String) async {
        let text = String(repeating: opening, count: 1_000_000)
        let kinds = await onSmallStack {
            [
                Self.kind(failure(JSON.self, text)),
                Self.kind(failure(JSONTestSuiteTests.Skipped.self, text)),
                Self.kind(failure([String: JSON].self, #"{"a":\#(text)"#)),
                Self.kind(failure(Customer.self, #"{"unknown":\#(text)"#)),
            ]
        }
        #expect(kinds == Array(repeating: .limit, count: 4))
    }

    private static func kind(_ failure: DecodingFailure?) -> JSONSyntaxError.Kind? {
        if case .malformed(let error)? = failure { error.kind } else { nil }
    }
}
