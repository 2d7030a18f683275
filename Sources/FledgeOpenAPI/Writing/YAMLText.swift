// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Writes JSON as YAML 1.2 in block style.
///
/// Small because it only writes, and because a JSON string is a YAML string: whatever is not plainly
/// a word is written as JSON.
enum YAMLText {
    static func write(_ value: JSON) -> String {
        guard value.isCollection, !value.isEmptyCollection else { return inline(value) + "\n" }
        var text = ""
        write(value, to: &text, indentation: "")
        return text
    }

    private static func write(_ value: JSON, to text: inout String, indentation: String) {
        switch value {
        case .object(let members):
            for (index, member) in members.enumerated() {
                // The first line of a list's element stands behind its dash.
                if index > 0 || !text.hasSuffix("- ") { text += indentation }
                text += word(member.name) + ":"
                writeBehind(member.value, to: &text, indentation: indentation)
            }
        case .array(let elements):
            for element in elements {
                text += indentation + "- "
                if element.isCollection, !element.isEmptyCollection {
                    if case .array = element {
                        text.removeLast()
                        text += "\n"
                    }
                    write(element, to: &text, indentation: indentation + "  ")
                } else {
                    text += inline(element) + "\n"
                }
            }
        default:
            text += inline(value) + "\n"
        }
    }

    private static func writeBehind(_ value: JSON, to text: inout String, indentation: String) {
        if value.isCollection, !value.isEmptyCollection {
            text += "\n"
            write(value, to: &text, indentation: indentation + "  ")
        } else if let block = block(value, indentation: indentation + "  ") {
            text += block
        } else {
            text += " " + inline(value) + "\n"
        }
    }

    /// Text of several lines, as such.
    ///
    /// Not for text that begins or ends with white space, which a block needs indicators for.
    private static func block(_ value: JSON, indentation: String) -> String? {
        guard let content = value.text, content.contains("\n") else { return nil }
        let isPrintable = content.unicodeScalars.allSatisfy {
            $0 == "\n" || (0x20...0x7E).contains($0.value) || (0xA0...0xD7FF).contains($0.value)
        }
        guard isPrintable, content.first?.isWhitespace == false,
            content.last?.isWhitespace == false
        else { return nil }
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        return " |-\n" + lines.map { $0.isEmpty ? "\n" : "\(indentation)\($0)\n" }.joined()
    }

    private static func inline(_ value: JSON) -> String {
        switch value {
        case .string(let text): word(text)
        case .object: "{}"
        case .array: "[]"
        default: JSONText.scalar(value)
        }
    }

    /// Bare where nothing can be read into it, else as JSON.
    private static func word(_ text: String) -> String {
        if isPlain(text) { return text }
        // What JSON may have in a string and YAML may not (YAML 1.2, 5.1).
        return JSONText.scalar(.string(text)).unicodeScalars.reduce(into: "") { text, scalar in
            let isForbidden = (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF
            if isForbidden {
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }

    /// Words that YAML 1.1 or 1.2 reads as something else than text.
    private static let reserved: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "null", "y", "n",
    ]

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) || "/$".utf8.contains(first),
            text.utf8.last != UInt8(ascii: " "), !reserved.contains(text.lowercased())
        else { return false }
        return text.utf8.allSatisfy { byte in
            isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || " _-./+$(){},;'`=*<>".utf8.contains(byte)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

extension JSON {
    fileprivate var isEmptyCollection: Bool {
        switch self {
        case .object(let members): !members.contains { _ in true }
        case .array(let elements): elements.isEmpty
        default: false
        }
    }
}
