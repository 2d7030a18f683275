// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What an expression of paths and methods comes to, as far as the text tells.
indirect enum TextValue: Hashable, Sendable {
    /// A text, and the literals that it was put together from.
    case text(String, from: Set<SyntaxIdentifier>)
    /// A method of HTTP: `.get`.
    case verb(String)
    case list([TextValue])
    /// A tuple, or what an initializer is given: `Row(path: "/x")`.
    case group(type: String?, [Part])
    case oneOf([TextValue])
    /// The address that an answer told: `made.headers["Location"]`.
    case location
    case unknown

    struct Part: Hashable, Sendable {
        var label: String?
        var value: TextValue
    }

    /// Stands for a text without a slash that is not known.
    static let hole: Character = "\u{0}"
    /// Stands for any text: of a name that speaks of a path.
    static let wideHole: Character = "\u{2}"
    /// Stands for the address that an answer told.
    static let locationMark: Character = "\u{1}"

    /// Beyond this many possibilities nobody asks which they are.
    static let enough = 64

    /// All single values that it may be.
    var choices: [TextValue] {
        guard case .oneOf(let values) = self else { return [self] }
        return Array(values.flatMap(\.choices).prefix(Self.enough))
    }

    static func any(of values: [TextValue]) -> TextValue {
        values.count == 1 ? values[0] : values.isEmpty ? .unknown : .oneOf(values)
    }

    /// The elements of a list; nil for what is none.
    var elements: [TextValue]? {
        switch self {
        case .list(let values): values
        case .oneOf(let values):
            values.compactMap(\.elements).isEmpty
                ? nil : values.compactMap(\.elements).flatMap(\.self)
        default: nil
        }
    }

    /// A part of a tuple, by its label or its position.
    func part(_ name: String) -> TextValue? {
        guard case .group(_, let parts) = self else { return nil }
        if let position = Int(name) {
            return parts.indices.contains(position) ? parts[position].value : nil
        }
        return parts.first { $0.label == name }?.value
    }

    /// One text after the other, in all ways.
    static func joined(_ parts: [TextValue]) -> TextValue {
        var texts: [(String, Set<SyntaxIdentifier>)] = [("", [])]
        for part in parts {
            texts = texts.flatMap { start, from in
                part.choices.map { choice in
                    switch choice {
                    case .text(let text, let more): (start + text, from.union(more))
                    case .location: (start + String(locationMark), from)
                    default: (start + String(hole), from)
                    }
                }
            }
            texts = Array(texts.prefix(enough))
        }
        return .any(of: texts.map { .text($0.0, from: $0.1) })
    }

    func mapText(_ change: (String) -> String) -> TextValue {
        .any(
            of: choices.map { choice in
                guard case .text(let text, let from) = choice else { return choice }
                return .text(change(text), from: from)
            })
    }
}
