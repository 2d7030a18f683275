// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP
import HTTPTypes

/// The Swift file of an exchange.
struct RecordedTest: Sendable {
    let exchange: RecordedExchange
    let options: RecordExchanges.Options

    /// `POST-users-201`: what the file and the test are called.
    var name: String {
        let path = exchange.target.prefix { $0 != "?" }
        let words = path.split {
            !$0.isASCII || !($0.isLetter || $0.isNumber || "._-".contains($0))
        }
        let middle = words.joined(separator: "-").prefix(80)
        return [exchange.method.rawValue, String(middle), "\(exchange.status)"]
            .filter { !$0.isEmpty }.joined(separator: "-")
    }

    /// The line of the file by which the exchange is known again.
    var mark: String { "// Recorded exchange \(fingerprint)." }

    /// The whole file; test and file have the same name.
    func source(named name: String) -> String {
        let imports = ["import Fledge", "import FledgeTesting", "import Testing"]
        let own = options.imports.filter { !$0.hasPrefix("@testable") && !imports.contains($0) }
        let testable = options.imports.filter { $0.hasPrefix("@testable") }
        return """
            \(mark)
            // Edit it as you like: while that line is here, the exchange is not recorded again.

            \((imports + own).sorted().joined(separator: "\n"))
            \(testable.isEmpty ? "" : "\n" + testable.joined(separator: "\n") + "\n")
            @Test func `\(name)`() async throws {
                try await \(app).test { client in
            \(request)
            \(expectations)
                }
            }

            """
    }

    private var app: String {
        options.app.split(separator: " ")
            .drop { $0 == "try" || $0 == "await" }
            .joined(separator: " ")
    }

    private var request: String {
        var lines: [String] = []
        if !exchange.fields.isEmpty {
            lines.append("var headers = Fields()")
            for (name, value) in exchange.fields {
                lines.append("headers[\(literal(name))] = \(literal(value))")
            }
        }
        let headers = exchange.fields.isEmpty ? "" : ", headers: headers"
        let method = ".\(exchange.method.rawValue.lowercased())"
        let arguments = "\(method), \(literal(exchange.target))\(headers)"
        if exchange.body.isEmpty {
            lines.append("let response = try await client.send(\(arguments))")
        } else {
            lines.append("let response = try await client.send(")
            lines.append("    \(arguments),")
            lines.append("    body: \(block(exchange.body)))")
        }
        return lines.map { "        \($0)" }.joined(separator: "\n")
    }

    private var expectations: String {
        var lines = ["try response.expect(\(exchange.status))"]
        if let type = exchange.contentType {
            lines.append(
                "#expect(response.headers[\(literal("Content-Type"))] == \(literal(type)))")
        }
        if let json = exchange.json {
            let text = block(PrettyJSON.text(json))
            let ignored = (options.volatile + ["requestId"] + exchange.masked).map(literal)
            lines.append("try response.expect(")
            lines.append("    jsonText: \(text),")
            lines.append("    ignoring: [\(ignored.joined(separator: ", "))])")
        }
        return lines.map { "        \($0)" }.joined(separator: "\n")
    }

    private func literal(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                "\\u{\(String(scalar.value, radix: 16))}"
            default: "\(scalar)"
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// Lines as they are, between as many signs as keep them from ending it or meaning something.
    private func block(_ text: String) -> String {
        guard text.contains("\n"), !text.contains("\r"), !text.contains("\0") else {
            return literal(text)
        }
        var signs = "#"
        while text.contains("\"\"\"\(signs)") || text.contains("\\\(signs)") { signs += "#" }
        let indent = String(repeating: " ", count: 16)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : indent + $0 }
        return "\(signs)\"\"\"\n\(lines.joined(separator: "\n"))\n\(indent)\"\"\"\(signs)"
    }

    /// FNV-1a over the request and the status: the same exchange at another time has the same.
    private var fingerprint: String {
        let fields = exchange.fields.map { "\($0.name.lowercased()): \($0.value)" }
        let all = [exchange.method.rawValue, exchange.target, "\(exchange.status)"] + fields
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in (all + [exchange.body]).joined(separator: "\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
