// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The findings as SARIF 2.1.0, which GitHub and editors show beside the code (OASIS, 2020).
package enum SARIFReport {
    package static func text(_ diagnosis: Diagnosis) throws -> String {
        try JSONReport.encode(Log(runs: [Run(diagnosis)]))
    }

    private struct Log: Encodable {
        var schema = "https://json.schemastore.org/sarif-2.1.0.json"
        var version = "2.1.0"
        var runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private struct Run: Encodable {
        var tool: Tool
        var results: [Result]
        var columnKind = "utf16CodeUnits"

        init(_ diagnosis: Diagnosis) {
            tool = Tool(driver: Driver(rules: Rules.all.map(Descriptor.init) + [.faultySilence]))
            results = diagnosis.findings.map(Result.init)
        }
    }

    private struct Tool: Encodable { var driver: Driver }

    private struct Driver: Encodable {
        var name = "fledge-doctor"
        var informationUri = "https://github.com/fledge-framework/fledge"
        var rules: [Descriptor]
    }

    private struct Text: Encodable { var text: String }
    private struct Configuration: Encodable { var level: String }

    private struct Descriptor: Encodable {
        var id: String
        var shortDescription: Text
        var fullDescription: Text
        var defaultConfiguration: Configuration

        init(_ rule: any Rule) {
            id = rule.name
            shortDescription = Text(text: rule.summary)
            fullDescription = Text(text: rule.explanation)
            defaultConfiguration = Configuration(level: rule.severity.rawValue)
        }

        private init(id: String, text: String) {
            self.id = id
            shortDescription = Text(text: text)
            fullDescription = Text(text: text)
            defaultConfiguration = Configuration(level: "warning")
        }

        static let faultySilence = Descriptor(
            id: Silences.ruleName, text: "A silence without a reason, or of no rule.")
    }

    private struct Result: Encodable {
        var ruleId: String
        var level: String
        var message: Text
        var locations: [Location]
        var partialFingerprints: [String: String]

        init(_ finding: Finding) {
            ruleId = finding.rule
            level = finding.severity.rawValue
            message = Text(text: "\(finding.message) \(finding.suggestion)")
            locations = [Location(finding)]
            partialFingerprints = ["fledgeDoctor/v1": finding.fingerprint]
        }
    }

    private struct Location: Encodable {
        struct Physical: Encodable {
            var artifactLocation: Artifact
            var region: Region
        }

        struct Artifact: Encodable {
            var uri: String
            var uriBaseId = "%SRCROOT%"
        }

        struct Region: Encodable {
            var startLine: Int
            var startColumn: Int
        }

        struct Logical: Encodable { var fullyQualifiedName: String }

        var physicalLocation: Physical
        var logicalLocations: [Logical]?

        init(_ finding: Finding) {
            physicalLocation = Physical(
                artifactLocation: Artifact(uri: SARIFReport.uri(finding.file)),
                region: Region(startLine: finding.line, startColumn: finding.column))
            logicalLocations = finding.function.map { [Logical(fullyQualifiedName: $0)] }
        }
    }

    /// A path as a URI: `app/[id]/X.swift` has brackets, which a URI has only escaped.
    static func uri(_ path: String) -> String {
        path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "+"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
