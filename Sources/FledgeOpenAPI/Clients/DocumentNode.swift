// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// A part of an OpenAPI document and where it stands, so that a mistake can be told with its place.
struct DocumentNode {
    let value: JSON
    /// A JSON Pointer from the root of the document (RFC 6901).
    let pointer: String

    /// The member `name`, when there is one.
    func child(_ name: String) -> DocumentNode? {
        guard case .object(let object) = value, let child = object[name] else { return nil }
        return DocumentNode(value: child, pointer: pointer + "/" + Self.escape(name))
    }

    /// All members in order; none when this is no object.
    var children: [(name: String, node: DocumentNode)] {
        guard case .object(let object) = value else { return [] }
        return object.map { member in
            let place = pointer + "/" + Self.escape(member.name)
            return (member.name, DocumentNode(value: member.value, pointer: place))
        }
    }

    /// The elements; none when this is no array.
    var elements: [DocumentNode] {
        guard case .array(let values) = value else { return [] }
        return values.enumerated().map {
            DocumentNode(value: $0.element, pointer: "\(pointer)/\($0.offset)")
        }
    }

    var text: String? {
        if case .string(let text) = value { text } else { nil }
    }

    var isTrue: Bool { value == .bool(true) }
    var isNull: Bool { value == .null }

    /// The elements that are strings.
    var texts: [String] { elements.compactMap(\.text) }

    /// The words of a description, without space around; nil when there are none.
    func words(_ name: String) -> String? {
        guard let text = child(name)?.text else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let trimmed = lines.drop { $0.allSatisfy(\.isWhitespace) }
        let end = trimmed.lastIndex { !$0.allSatisfy(\.isWhitespace) }
        return end.map { trimmed[...$0].joined(separator: "\n") }
    }

    /// The node that a pointer names, from this node on.
    func descendant(_ pointer: Substring) -> DocumentNode? {
        var node = self
        for part in pointer.split(separator: "/") {
            let index = Int(part)
            if let index, node.elements.indices.contains(index) {
                node = node.elements[index]
            } else if let child = node.child(Self.unescape(part)) {
                node = child
            } else {
                return nil
            }
        }
        return node
    }

    private static func escape(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }

    private static func unescape(_ part: Substring) -> String {
        part.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
            .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }
}

/// A document that no client can be written from.
public struct ClientGenerationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where the mistake stands, as a JSON Pointer (RFC 6901).
    public let pointer: String
    /// What is wrong there, and what to do.
    public let message: String

    /// Place and message.
    public var description: String { "At '\(pointer)': \(message)" }
}
