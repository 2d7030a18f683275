// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP

/// Finds what looks like a secret, and rather hides too much.
struct SecretMask {
    static let mask = "masked"

    /// The JSON Pointers of what was masked.
    private(set) var pointers: [String] = []

    /// The value with its secrets masked, by the names of members and by how values look.
    mutating func masking(_ json: JSON) -> JSON {
        masking(json, at: "", isSecret: false)
    }

    private mutating func masking(_ json: JSON, at path: String, isSecret: Bool) -> JSON {
        switch json {
        case .object(let members):
            var masked = JSON.Object()
            for member in members {
                let token = member.name.replacing("~", with: "~0").replacing("/", with: "~1")
                masked[member.name] = masking(
                    member.value, at: "\(path)/\(token)",
                    isSecret: isSecret || Self.isSecret(name: member.name))
            }
            return .object(masked)
        case .array(let values):
            return .array(
                values.enumerated().map { masking($1, at: "\(path)/\($0)", isSecret: isSecret) })
        case .string(let text):
            guard isSecret || Self.looksSecret(text) else { return json }
            pointers.append(path)
            return .string(Self.mask)
        case .integer, .number, .literal:
            guard isSecret else { return json }
            pointers.append(path)
            return .integer(0)
        case .null, .bool:
            return json
        }
    }

    /// A query or a form with its secrets masked.
    static func masking(form text: String) -> String {
        text.split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return String(pair) }
            let (name, value) = (decoded(parts[0]), decoded(parts[1]))
            let isHidden = isSecret(name: name) || looksSecret(value)
            return isHidden ? "\(parts[0])=\(mask)" : String(pair)
        }
        .joined(separator: "&")
    }

    private static func decoded(_ part: Substring) -> String {
        PercentCoding.decode(String(part), plusIsSpace: true) ?? String(part)
    }

    /// Whether what has this name is nobody's business.
    static func isSecret(name: String) -> Bool {
        let name = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return words.contains { name.contains($0) }
    }

    private static let words = [
        "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey",
        "authorization", "credential", "cookie", "session", "signature", "cardnumber", "cvc", "cvv",
        "iban", "onetimecode", "otp",
    ]

    /// Whether a word of the text looks like a key.
    static func looksSecret(_ text: String) -> Bool {
        text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.contains { word in
            prefixes.contains { word.hasPrefix($0) } || isRandom(word)
        }
    }

    private static let prefixes = [
        "eyJ", "sk_", "sk-", "rk_", "pk_", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-",
        "xoxp-", "AKIA", "ASIA", "AIza", "-----BEGIN",
    ]

    /// Long, without a structure, letters and digits in a mix: base64 or hexadecimal digits.
    ///
    /// Words with hyphens, such as those of a path, are short between them.
    private static func isRandom(_ word: Substring) -> Bool {
        guard word.utf8.count >= 24, !isUUID(word) else { return false }
        let pieces = word.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+")) }
        return pieces.contains { piece in
            let digits = piece.count { $0.isNumber }
            return piece.count >= 24 && digits >= 2 && digits < piece.count
                && Set(piece).count >= 10
        }
    }

    /// An id, and no secret.
    private static func isUUID(_ word: Substring) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}
