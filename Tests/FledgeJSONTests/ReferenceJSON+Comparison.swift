// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON
import Foundation

extension ReferenceJSON {
    /// Whether `json` is the same value; numbers as exactly as they are written.
    func isSame(as json: JSON) -> Bool {
        switch (self, json) {
        case (.word(let word), .null): word == "null"
        case (.word(let word), .bool(let flag)): word == "\(flag)"
        case (.number(let text), .integer(let number)): text == "\(number)"
        case (.number(let text), .number(let number)):
            Int(text) == nil || text == "-0"
                ? strtod(text, nil).bitPattern == number.bitPattern : false
        case (.number(let text), .literal(let literal)): Int(text) == nil && literal.text == text
        case (.string(let scalars), .string(let text)): scalars.elementsEqual(text.unicodeScalars)
        case (.array(let ours), .array(let theirs)):
            ours.count == theirs.count && zip(ours, theirs).allSatisfy { $0.isSame(as: $1) }
        case (.object(let ours), .object(let theirs)):
            ours.count == theirs.count
                && zip(ours, theirs).allSatisfy { ours, theirs in
                    ours.name.elementsEqual(theirs.name.unicodeScalars)
                        && ours.value.isSame(as: theirs.value)
                }
        default: false
        }
    }
}
