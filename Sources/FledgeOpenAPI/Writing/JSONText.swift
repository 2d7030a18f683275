// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Writes JSON for people: indented, members in their order.
enum JSONText {
    static func indented(_ value: JSON) -> String {
        var text = ""
        write(value, to: &text, indentation: "\n")
        return text + "\n"
    }

    /// A value on one line.
    static func scalar(_ value: JSON) -> String {
        guard let bytes = try? JSONWriter.encode(value) else { return "null" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ value: JSON, to text: inout String, indentation: String) {
        let inner = indentation + "  "
        switch value {
        case .object(let members):
            let list = Array(members)
            guard !list.isEmpty else { return text += "{}" }
            text += "{"
            for (index, member) in list.enumerated() {
                text += (index == 0 ? "" : ",") + inner + scalar(.string(member.name)) + ": "
                write(member.value, to: &text, indentation: inner)
            }
            text += indentation + "}"
        case .array(let elements):
            guard elements.contains(where: \.isCollection) else {
                return text += "[" + elements.map(scalar).joined(separator: ", ") + "]"
            }
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "" : ",") + inner
                write(element, to: &text, indentation: inner)
            }
            text += indentation + "]"
        default:
            text += scalar(value)
        }
    }
}

extension JSON {
    /// Whether it is an object or a list.
    var isCollection: Bool {
        switch self {
        case .object, .array: true
        default: false
        }
    }
}
