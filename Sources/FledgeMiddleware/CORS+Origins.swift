// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeCore

extension CORS {
    /// Who may call.
    public struct Origins: Sendable, ExpressibleByArrayLiteral {
        private enum Rule: Sendable {
            case any
            case listed([String])
            case matching(@Sendable (String) -> Bool)
        }

        private let rule: Rule

        /// Every origin, without credentials: for an API that is public anyway.
        public static let any = Origins(rule: .any)

        /// These origins and no others.
        public static func listed(_ origins: [String]) -> Origins {
            Origins(rule: .listed(origins))
        }

        /// The origins for which `rule` is true, such as the previews of a front end.
        ///
        ///     .matching { $0.hasPrefix("https://") && $0.hasSuffix(".preview.shop.example") }
        ///
        /// Compare to the end and with the dot: `hasSuffix("shop.example")` is also true of
        /// `https://evilshop.example`. The rule is not asked about `null`.
        public static func matching(_ rule: @escaping @Sendable (String) -> Bool) -> Origins {
            Origins(rule: .matching(rule))
        }

        /// `["https://shop.example"]`: these origins and no others.
        public init(arrayLiteral elements: String...) {
            self = .listed(elements)
        }

        private init(rule: Rule) {
            self.rule = rule
        }

        var isAny: Bool {
            if case .any = rule { true } else { false }
        }

        func contains(_ origin: String) -> Bool {
            switch rule {
            case .any: true
            case .listed(let origins): origin != "null" && origins.contains(origin)
            case .matching(let rule): origin != "null" && rule(origin)
            }
        }

        /// A sentence for each listed origin that no browser sends.
        var problems: [String] {
            guard case .listed(let origins) = rule else { return [] }
            if origins.isEmpty {
                return ["the list of origins is empty, so nothing is allowed. Leave CORS out."]
            }
            return origins.compactMap(Self.problem(of:))
        }

        /// An origin is compared byte for byte with what browsers send: scheme, host and a port that
        /// is not the scheme's own, in lower case.
        private static func problem(of origin: String) -> String? {
            let found = "the origin '\(origin)' can never match: "
            switch origin {
            case "*":
                return found + "write `.any` to allow every origin."
            case "null":
                return found + "anyone can send null. Serve the page from an origin of its own."
            default:
                break
            }
            guard let separator = origin.firstRange(of: "://") else {
                return found + "it has no scheme. Write 'https://\(origin)'."
            }
            let host = origin[separator.upperBound...]
            if host.contains("*") {
                return found + "wildcards are not known. Write `.matching { ... }`."
            }
            if host.isEmpty || host.contains(where: { "/?#@ ,".contains($0) }) {
                return found + "an origin is only scheme, host and port, with no slash at the end."
            }
            if origin != origin.lowercased() {
                return found + "browsers send it in lower case. Write '\(origin.lowercased())'."
            }
            let ownPort = ["https://": ":443", "http://": ":80"][
                String(origin[..<separator.upperBound])]
            if let ownPort, host.hasSuffix(ownPort) {
                return found + "browsers leave '\(ownPort)' out. Write "
                    + "'\(origin.dropLast(ownPort.count))'."
            }
            return nil
        }
    }

    /// The fields a page may send with its request.
    public struct RequestHeaders: Sendable, ExpressibleByArrayLiteral {
        /// Nil allows what is asked for.
        private let listed: String?

        /// Whatever the page asks for.
        ///
        /// The allowed origins decide who may call, not this.
        public static let requested = RequestHeaders(listed: nil)

        /// These fields and no others, next to the ones that every page may send.
        public init(arrayLiteral elements: FieldName...) {
            listed = elements.map(\.rawName).joined(separator: ", ")
        }

        private init(listed: String?) {
            self.listed = listed
        }

        var isRequested: Bool { listed == nil }

        /// The value to answer with; what is asked for is sent back only where it is field names.
        func allowed(_ requested: String?) -> String? {
            if let listed { return listed.isEmpty ? nil : listed }
            let names = (requested ?? "").split(separator: ",").compactMap {
                FieldName($0.trimmingSpaces())?.rawName
            }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
    }
}
