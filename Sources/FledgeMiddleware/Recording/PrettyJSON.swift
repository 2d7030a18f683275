// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// JSON with a line for each member, as people read it.
enum PrettyJSON {
    static func text(_ json: JSON, indent: String = "") -> String {
        let inner = indent + "  "
        switch json {
        case .object(let members) where !members.isEmpty:
            let lines = members.map {
                "\(inner)\(compact(.string($0.name))): \(text($0.value, indent: inner))"
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        case .array(let values) where !values.isEmpty:
            let lines = values.map { "\(inner)\(text($0, indent: inner))" }
            return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
        default:
            return compact(json)
        }
    }

    private static func compact(_ json: JSON) -> String {
        let bytes = (try? JSONWriter.withEncodedBytes(json) { Array($0) }) ?? []
        return String(decoding: bytes, as: UTF8.self)
    }
}
