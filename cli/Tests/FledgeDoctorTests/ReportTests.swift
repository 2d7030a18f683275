// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Foundation  // JSONSerialization: a reader that is not ours
import Testing

@testable import FledgeDoctor

@Suite struct ReportTests {
    private var diagnosis: Diagnosis {
        examine([
            "app/api/[id]/A.swift": """
            import Fledge
            @Route struct A {
                let database: Database
                func GET(id: Int) async throws -> Int {
                    if id > 1 { return 2 }
                    return try await database.one("SELECT a </script> FROM t", as: Int.self)
                }
            }
            """
        ])
    }

    private func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func `JSON has the layers, each function and the findings`() throws {
        let json = try object(JSONReport.text(diagnosis))
        #expect(json["version"] as? Int == 1)
        #expect(json["score"] as? Int == 6)
        let functions = try #require(json["functions"] as? [[String: Any]])
        #expect(functions.map { $0["name"] as? String } == ["A.GET"])
        #expect(functions.first?["cognitive"] as? Int == 1)
        #expect(functions.first?["layer"] as? String == "routes")
        let findings = try #require(json["findings"] as? [[String: Any]])
        #expect(
            findings.map { $0["rule"] as? String } == ["untested-handler", "database-in-route"])
        #expect(findings.last?["line"] as? Int == 6)
    }

    /// The members that the schema of SARIF 2.1.0 requires, and those that GitHub does.
    @Test func `SARIF has what its schema requires`() throws {
        let log = try object(SARIFReport.text(diagnosis))
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "fledge-doctor")
        let rules = try #require(driver["rules"] as? [[String: Any]])
        #expect(rules.count == Rules.all.count + 1)
        let ids = Set(rules.compactMap { $0["id"] as? String })
        for result in try #require(run["results"] as? [[String: Any]]) {
            #expect(ids.contains(result["ruleId"] as? String ?? ""))
            #expect(["error", "warning", "note"].contains(result["level"] as? String))
            #expect((result["message"] as? [String: Any])?["text"] is String)
            let place = try #require(
                ((result["locations"] as? [[String: Any]])?.first?["physicalLocation"])
                    as? [String: Any])
            #expect(
                (place["artifactLocation"] as? [String: Any])?["uri"] as? String
                    == "app/api/%5Bid%5D/A.swift")
            let region = try #require(place["region"] as? [String: Any])
            #expect(region["startLine"] as? Int ?? 0 > 0)
            #expect(region["startColumn"] as? Int ?? 0 > 0)
        }
    }

    @Test func `the page is whole, asks nobody, and its data cannot end its script`() throws {
        let page = try HTMLReport(diagnosis, folder: "/nowhere").text()
        #expect(page.contains("default-src 'none'"))
        #expect(!page.contains("src=") && !page.contains("@import") && !page.contains("href="))
        #expect(page.ranges(of: "</script>").count == 2)
        #expect(page.contains("\"name\" : \"t\""))
    }

    @Test func `the summary has bars, findings and no colours unless told`() {
        let plain = TextReport(diagnosis).text
        #expect(plain.contains("routes and controllers"))
        #expect(plain.contains("████"))
        #expect(plain.contains("app/api/[id]/A.swift"))
        #expect(plain.contains("[database-in-route]"))
        #expect(!plain.contains("\u{1B}"))
        #expect(TextReport(diagnosis, colours: true).text.contains("\u{1B}[31merror"))
    }

    @Test func `every rule has a page, a summary and an explanation`() throws {
        for rule in Rules.all {
            #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(!rule.summary.isEmpty && !rule.explanation.isEmpty)
            #expect(try RuleReport.explanation(of: rule.name).contains(rule.explanation))
            let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
            let page = FileManager.default.contents(atPath: "/\(root)/docs/doctor/\(rule.name).md")
            let text = String(decoding: try #require(page), as: UTF8.self)
            for heading in [
                "## Before", "## After", "## When not to mind", "fledge:ignore \(rule.name): ",
            ] {
                #expect(text.contains(heading), "\(rule.name): \(heading)")
            }
        }
    }
}
