// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// What is of the web without a type of it: a status or header fields that a service answers with.
///
/// A service that asks others over the web knows statuses by right: what is only kept or read is not
/// meant, and a type that sends is left alone.
enum WebWords {
    static func find(in function: FunctionUnit, _ index: AppIndex) -> (Syntax, String)? {
        guard !isClient(function, index) else { return nil }
        if let clause = function.node.as(FunctionDeclSyntax.self)?.signature {
            if let tuple = clause.returnClause?.type.as(TupleTypeSyntax.self) {
                for element in tuple.elements {
                    if let name = word(element.firstName?.text, element.type) {
                        return (Syntax(element), name)
                    }
                }
            }
            for parameter in clause.parameterClause.parameters {
                let name = (parameter.secondName ?? parameter.firstName).text
                if let name = word(name, parameter.type) { return (Syntax(parameter), name) }
            }
        }
        // `var statusCode: Int` of an error of the domain.
        if function.kind == .accessor, statuses.contains(function.simpleName.lowercased()),
            TypeText.core(function.returnType ?? "") == "Int"
        {
            return (function.node, function.simpleName)
        }
        return nil
    }

    private static func word(_ name: String?, _ type: TypeSyntax) -> String? {
        guard let name else { return nil }
        let lowered = name.lowercased(), text = type.trimmedDescription.filter { $0 != " " }
        if statuses.contains(lowered), ["Int", "UInt", "Int?"].contains(text) { return name }
        if ["headers", "httpheaders", "cookies", "responseheaders", "requestheaders"].contains(
            lowered),
            text.hasPrefix("[String:String") || text.hasPrefix("[(String,String")
        {
            return name
        }
        return nil
    }

    private static let statuses: Set<String> = [
        "httpstatus", "statuscode", "httpstatuscode", "httpcode", "responsestatus", "responsecode",
    ]

    private static func isClient(_ function: FunctionUnit, _ index: AppIndex) -> Bool {
        let words = [
            "client", "webhook", "gateway", "sender", "delivery", "deliver", "api", "remote",
            "fetch", "http",
            "transport", "outbound", "relay", "attempt", "ping", "probe", "monitor", "crawl",
            "request",
        ]
        let owner = (function.owner ?? "").lowercased()
        if words.contains(where: owner.contains) { return true }
        let name = function.simpleName.lowercased()
        return ["send", "deliver", "fetch", "post", "retry", "attempt", "record", "log"]
            .contains { name.hasPrefix($0) }
    }
}
