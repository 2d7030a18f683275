// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Findings that are known and accepted for now: only new ones count.
package struct Baseline: Codable, Sendable {
    package struct Entry: Codable, Sendable, Equatable {
        package var fingerprint: String
        package var rule: String
        package var file: String
        package var function: String?
    }

    package var version = 1
    package var findings: [Entry]

    package init(_ diagnosis: Diagnosis) {
        findings = diagnosis.findings.map {
            Entry(fingerprint: $0.fingerprint, rule: $0.rule, file: $0.file, function: $0.function)
        }
    }

    /// - Throws: ``DoctorError`` when the file cannot be read, or is no baseline.
    package init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DoctorError(
                "The baseline '\(path)' cannot be read. Make one with --write-baseline \(path).")
        }
        do { self = try JSONDecoder().decode(Baseline.self, from: data) } catch {
            throw DoctorError(
                "'\(path)' is no baseline of fledge-doctor. Make one with --write-baseline.")
        }
        guard version == 1 else {
            throw DoctorError(
                "The baseline '\(path)' has version \(version), and this doctor knows 1. Make it anew."
            )
        }
    }

    /// - Throws: ``DoctorError`` when it cannot be written.
    package func write(to path: String) throws {
        try OutputFile.write(try JSONReport.encode(self), to: path)
    }

    /// Takes away what is known.
    package func apply(to diagnosis: inout Diagnosis) {
        let known = Set(findings.map(\.fingerprint))
        let before = diagnosis.findings.count
        diagnosis.findings.removeAll { known.contains($0.fingerprint) }
        diagnosis.silenced += before - diagnosis.findings.count
    }
}

/// A file that is written whole.
package enum OutputFile {
    /// - Throws: ``DoctorError`` that names the file.
    package static func write(_ text: String, to path: String) throws {
        do { try Data(text.utf8).write(to: URL(filePath: path)) } catch {
            throw DoctorError(
                "'\(path)' cannot be written. Does its folder exist, and may you write there?")
        }
    }
}
