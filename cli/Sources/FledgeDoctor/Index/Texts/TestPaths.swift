// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// The paths that the clients of tests ask for, with their methods.
struct TestPaths {
    private(set) var paths: [TestIndex.Path] = []
    /// The literals that are part of such a path: nothing else is asked for with them.
    private(set) var literals: Set<SyntaxIdentifier> = []
    private let reader: TextReader
    /// Requests whose path nobody can tell: it was read out of a mail or a page.
    private var followed: [(call: FunctionCallExprSyntax, verb: String)] = []

    init(_ files: [FileIndex]) {
        reader = TextReader(files)
        for file in files where file.isTest {
            let calls = file.source.tree.all(FunctionCallExprSyntax.self)
            var posted: [SyntaxIdentifier: [String]] = [:]
            var told: [(call: FunctionCallExprSyntax, verb: String, text: String)] = []
            var clients: Set<String> = []
            var unknown: [FunctionCallExprSyntax] = []
            for call in calls {
                let requests = requests(of: call)
                if requests.isEmpty {
                    unknown.append(call)
                    continue
                }
                if let client = call.receiver?.trimmedDescription { clients.insert(client) }
                let refusal = RefusedRequest(of: call)
                for (verb, text) in requests {
                    if text.contains(TextValue.locationMark) {
                        told.append((call, verb, text))
                        continue
                    }
                    var path = TestIndex.Path(text: text, verb: verb, refusal: refusal)
                    path.function = Self.function(call)
                    paths.append(path)
                    if verb == "POST", let function = Self.function(call) {
                        posted[function, default: []].append(text)
                    }
                }
            }
            // An address that an answer told is below the one that something was sent to.
            for (call, verb, text) in told {
                let own =
                    Self.function(call).flatMap { posted[$0] } ?? posted.values.flatMap(\.self)
                for base in Set(own) {
                    let start = String(base.prefix { $0 != "?" }) + "/\(TextValue.hole)"
                    let whole = text.replacing(String(TextValue.locationMark), with: start)
                    var path = TestIndex.Path(
                        text: whole, verb: verb, refusal: RefusedRequest(of: call))
                    path.function = Self.function(call)
                    paths.append(path)
                }
            }
            for call in unknown where clients.contains(call.receiver?.trimmedDescription ?? "") {
                if let verb = verb(ofUntold: call) { followed.append((call, verb)) }
            }
        }
        follow(followed.isEmpty ? [] : AppLinks.texts(in: files, reader))
    }

    /// What was read out of an answer is a link that the app has put there.
    private mutating func follow(_ links: Set<String>) {
        for (call, verb) in followed {
            for link in links.sorted() {
                var path = TestIndex.Path(text: link, verb: verb, refusal: RefusedRequest(of: call))
                path.isLink = true
                paths.append(path)
            }
        }
    }

    /// The method of a request whose path as a whole is not known: `client.get(link)`.
    private func verb(ofUntold call: FunctionCallExprSyntax) -> String? {
        guard let name = call.calleeName?.uppercased(), Verbs.all.contains(name),
            let first = call.arguments.first, first.label == nil
        else { return nil }
        let values = reader.values(of: first.expression)
        let isUntold = values.allSatisfy { value in
            guard case .text(let text, _) = value else { return value == .unknown }
            return text == String(TextValue.hole)
        }
        return isUntold ? name : nil
    }

    private static func function(_ call: FunctionCallExprSyntax) -> SyntaxIdentifier? {
        call.ancestor(FunctionDeclSyntax.self)?.id
    }

    /// The methods and texts of a call: `client.post("/x")`, `client.send(.post, path)`.
    private mutating func requests(
        of call: FunctionCallExprSyntax
    ) -> [(verb: String, text: String)] {
        guard let name = call.calleeName, !call.arguments.isEmpty else { return [] }
        let own = Verbs.all.contains(name.uppercased()) && call.receiver != nil
        guard own || call.arguments.count > 1 && Self.maySend(call, name) else { return [] }
        var found: [String: (verb: String, text: String)] = [:]
        for values in reader.surroundings(of: call) {
            let arguments = call.arguments.prefix(4).flatMap { argument in
                reader.value(of: argument.expression, values).choices
            }
            let verbs = own ? [name.uppercased()] : arguments.compactMap(\.verb)
            for verb in verbs {
                for text in arguments.compactMap({ $0.path }) {
                    literals.formUnion(text.from)
                    found["\(verb) \(text.path)"] = (verb, text.path)
                }
            }
        }
        return Array(found.values)
    }

    /// Whether a call names a method, or sounds as if it took one.
    private static func maySend(_ call: FunctionCallExprSyntax, _ name: String) -> Bool {
        let verbs = [
            "send", "request", "ask", "call", "perform", "execute", "fetch", "hit", "visit", "try",
            "check", "assert", "expect",
        ]
        let sends = verbs.contains(where: name.lowercased().hasPrefix)
        return call.arguments.contains { argument in
            let bare = argument.expression.bare
            if let member = bare.as(MemberAccessExprSyntax.self) {
                let last = member.declName.baseName.text
                return Verbs.all.contains(last.uppercased()) || ["method", "verb"].contains(last)
                    || sends && member.base != nil
            }
            guard let last = bare.as(DeclReferenceExprSyntax.self)?.baseName.text else {
                return false
            }
            return sends || ["method", "verb", "$0"].contains(last)
        }
    }
}

extension TextValue {
    fileprivate var verb: String? {
        if case .verb(let verb) = self { return verb }
        return nil
    }

    /// A text that is a path, or the address of one.
    fileprivate var path: (path: String, from: Set<SyntaxIdentifier>)? {
        if case .location = self { return (String(Self.locationMark), []) }
        guard case .text(let text, let from) = self else { return nil }
        let path = Self.withoutHost(text)
        let isPath =
            path.hasPrefix("/")
            || path.dropFirst().hasPrefix("/")
                && [Self.hole, Self.wideHole, Self.locationMark].contains(path.first ?? " ")
            || path.first == Self.wideHole
        return isPath ? (path, from) : nil
    }

    private static func withoutHost(_ text: String) -> String {
        guard let scheme = text.firstRange(of: "://") else { return text }
        return String(text[scheme.upperBound...].drop { $0 != "/" })
    }
}

extension TestIndex.Path {
    /// - Parameters:
    ///   - text: A path with holes, as ``TextValue`` has them.
    ///   - verb: Nil when it stands in no call of a client.
    ///   - refusal: Set when the request is expected to be turned away.
    init(text: String, verb: String?, refusal: RefusedRequest?) {
        var text = text
        isOpen = [TextValue.hole, TextValue.wideHole].contains(text.first ?? " ") && text.count > 1
        if isOpen { text.removeFirst() }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        segments = path.split(separator: "/").map { segment in
            if segment.contains(TextValue.wideHole) { return "*" }
            return segment.contains(TextValue.hole) || segment.hasPrefix(":")
                ? ":" : String(segment)
        }
        self.verb = verb
        self.refusal = refusal
    }
}
