// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What a finding is recognized by after lines have moved.
///
/// Rule, file, function and the text of the line, without its spaces, and a number among equals. So
/// a finding is the same when code above it changes, and a new one when its own line does.
enum Fingerprint {
    static func note(on findings: inout [Finding], _ files: [FileIndex]) {
        let lines = Dictionary(
            files.map { file in
                (
                    file.source.path,
                    file.source.text.split(separator: "\n", omittingEmptySubsequences: false)
                )
            }, uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        for number in findings.indices {
            let finding = findings[number]
            let line = lines[finding.file].flatMap { texts in
                texts.indices.contains(finding.line - 1) ? texts[finding.line - 1] : nil
            }
            let text = String((line ?? "").filter { !$0.isWhitespace })
            let parts = [finding.rule, finding.file, finding.function ?? "", text]
            let key = parts.joined(separator: "\u{1F}")
            seen[key, default: 0] += 1
            let whole = "\(key)\u{1F}\(seen[key] ?? 1)"
            findings[number].fingerprint = hash(whole)
        }
    }

    /// FNV-1a with 64 bits: the same in each run and on each machine, which `Hasher` is not.
    static func hash(_ text: String) -> String {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
