// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// Finds the `operationId` and the tag of each operation.
///
/// Ids become the names of functions in generated clients. So they come from the handler, which people
/// named, and not from the path: `UserController.show` is `showUser`, `UsersRoute.GET` is
/// `getUsers`, a closure with a name is called by it, any other by method and path (`getUsersById`).
/// Where two would be the same, the first that was registered keeps the name.
struct OperationNames {
    private var taken: Set<String> = []

    mutating func id(of route: RouteInfo, method: String, _ template: PathTemplate) -> String {
        let candidates = [
            Self.plain(route, method, template),
            Self.plain(route, method, template) + Self.by(template),
            Self.byPath(method, template),
        ]
        let id = candidates.first { !taken.contains($0) } ?? numbered(candidates[2])
        taken.insert(id)
        return id
    }

    private func numbered(_ name: String) -> String {
        var number = 2
        while taken.contains("\(name)\(number)") { number += 1 }
        return "\(name)\(number)"
    }

    private static func plain(
        _ route: RouteInfo, _ method: String, _ template: PathTemplate
    ) -> String {
        guard let (type, function) = route.handlerParts else {
            return route.name.map { $0.words.camelCase } ?? byPath(method, template)
        }
        let subject = type.dropSuffix("Controller").dropSuffix("Route")
        let verb = function == function.uppercased() ? method : function
        if plurals.contains(verb) { return verb + subject.plural }
        let saysSubject = verb.lowercased().contains(subject.lowercased())
        return saysSubject ? verb : verb + subject
    }

    /// `getUsersByIdOrders` for `/users/:id/orders`.
    private static func byPath(_ method: String, _ template: PathTemplate) -> String {
        var words = [method]
        for (literal, name) in zip(template.literals, template.names + [""]) {
            words += literal.withoutEscapes.words
            if !name.isEmpty { words += ["by", name] }
        }
        return words.camelCase
    }

    /// Handlers that give many of what their controller is about.
    private static let plurals: Set<String> = ["all", "find", "index", "list", "search"]

    private static func by(_ template: PathTemplate) -> String {
        template.names.isEmpty
            ? "" : "By" + template.names.map(\.capitalizedFirst).joined(separator: "And")
    }

    /// The controller's name; for files and closures the first static part of the path that says something.
    ///
    /// - Returns: `nil` for the root.
    static func tag(of route: RouteInfo, _ template: PathTemplate) -> String? {
        if let type = route.handlerParts?.type, type.hasSuffix("Controller"), type != "Controller" {
            return type.dropSuffix("Controller")
        }
        let word = template.words.first { !$0.isPrefixOfAPI }
        return word.map { word in
            word.split { !($0.isLetter || $0.isNumber) }
                .map { String($0).capitalizedFirst }.joined(separator: " ")
        }
    }
}

extension RouteInfo {
    /// `UserController.show` in two.
    fileprivate var handlerParts: (type: String, function: String)? {
        guard let parts = handler?.split(separator: "."), parts.count >= 2 else { return nil }
        return (String(parts[parts.count - 2]), String(parts[parts.count - 1]))
    }
}

extension String {
    fileprivate func dropSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) && count > suffix.count ? String(dropLast(suffix.count)) : self
    }

    /// `api`, `v1`: true of everything below.
    fileprivate var isPrefixOfAPI: Bool {
        self == "api" || (first == "v" && count > 1 && dropFirst().allSatisfy(\.isNumber))
    }

    /// Without `%C3` and the like.
    fileprivate var withoutEscapes: String {
        let parts = split(separator: "%", omittingEmptySubsequences: false)
        return (parts.prefix(1) + parts.dropFirst().map { $0.dropFirst(2) }).joined(separator: " ")
    }

    /// `Book` is `Books`, `Category` is `Categories`; good enough for a name.
    fileprivate var plural: String {
        if hasSuffix("s") || hasSuffix("x") || hasSuffix("ch") || hasSuffix("sh") {
            return self + "es"
        }
        let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
        if hasSuffix("y"), let before = dropLast().last, !vowels.contains(before) {
            return dropLast() + "ies"
        }
        return self + "s"
    }

    /// The runs of letters and digits.
    fileprivate var words: [String] {
        split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }

    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension [String] {
    fileprivate var camelCase: String {
        (first.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? "")
            + dropFirst().map(\.capitalizedFirst).joined()
    }
}
