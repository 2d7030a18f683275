// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeJSON

/// Short ways into a document. What is not there, or is something else, is `nil`.
extension JSON {
    /// The member `name` of an object.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The members of an object, in order; none for anything else.
    var members: [(name: String, value: JSON)] {
        guard case .object(let members) = self else { return [] }
        return members.map { ($0.name, $0.value) }
    }

    /// The elements of a list; none for anything else.
    var elements: [JSON] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var isTrue: Bool { self == .bool(true) }

    /// What a JSON Pointer fragment (`#/components/schemas/User`) refers to; RFC 6901.
    func resolve(_ reference: String) -> JSON? {
        guard reference.hasPrefix("#/") else { return reference == "#" ? self : nil }
        var place: JSON? = self
        for token in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false)
        {
            let name = String(token).replacing("~1", with: "/").replacing("~0", with: "~")
            place = place?[name]
        }
        return place
    }

    /// The object itself, or what its `$ref` refers to.
    func resolved(in document: JSON) -> JSON {
        var value = self
        // A chain that is longer than this is a circle.
        for _ in 0..<32 {
            guard let reference = value["$ref"]?.text, let target = document.resolve(reference)
            else { return value }
            value = target
        }
        return value
    }
}
