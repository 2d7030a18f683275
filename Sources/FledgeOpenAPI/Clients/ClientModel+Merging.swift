// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

extension ClientModel {
    /// Makes one of enumerations that have the same values and no name in the document.
    ///
    /// The states of an order stand in the document wherever an order does. A caller who takes one
    /// from an answer and sends it with a call must not have to convert between types that only
    /// differ by name.
    ///
    /// - Parameter anonymous: The types that were named here.
    mutating func mergeEnumerations(anonymous: Set<String>) {
        var groups: [[String]: [String]] = [:]
        for declaration in types {
            if case .enumeration(let texts) = declaration.kind {
                groups[texts, default: []].append(declaration.name)
            }
        }
        var renamed: [String: String] = [:]
        for names in groups.values where names.count > 1 {
            // A name that people gave comes first, then the one that says least of a place.
            let given = names.filter { !anonymous.contains($0) }
            guard given.count < 2,
                let best = given.first ?? names.min(by: { ($0.count, $0) < ($1.count, $1) })
            else { continue }
            for name in names where name != best { renamed[name] = best }
        }
        guard !renamed.isEmpty else { return }
        rename(renamed)
    }

    private mutating func rename(_ names: [String: String]) {
        types.removeAll { names[$0.name] != nil }
        for index in types.indices { types[index].kind.rename(names) }
        for group in groups.indices {
            for index in groups[group].operations.indices {
                groups[group].operations[index].rename(names)
            }
        }
    }
}

extension ClientOperation {
    fileprivate mutating func rename(_ names: [String: String]) {
        for index in parameters.indices { parameters[index].type.rename(names) }
        body?.type.rename(names)
        for index in answers.indices { answers[index].type.rename(names) }
    }
}

extension ClientDeclaration.Kind {
    fileprivate mutating func rename(_ names: [String: String]) {
        switch self {
        case .object(var properties, var others):
            for index in properties.indices { properties[index].type.rename(names) }
            others?.rename(names)
            self = .object(properties, others: others)
        case .alias(var type):
            type.rename(names)
            self = .alias(type)
        case .enumeration: break
        case .union(var alternatives, let discriminator):
            for index in alternatives.indices { alternatives[index].type?.rename(names) }
            self = .union(alternatives, discriminator: discriminator)
        }
    }
}

extension ClientType {
    fileprivate mutating func rename(_ names: [String: String]) { self = renamed(names) }

    private func renamed(_ names: [String: String]) -> ClientType {
        switch self {
        case .named(let name): .named(names[name] ?? name)
        case .array(let element): .array(element.renamed(names))
        case .dictionary(let value): .dictionary(value.renamed(names))
        case .nullable(let value): .nullable(value.renamed(names))
        case .any, .boolean, .integer, .integers, .number, .text, .constant: self
        }
    }
}
