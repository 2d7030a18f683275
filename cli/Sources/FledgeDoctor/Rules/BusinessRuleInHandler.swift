// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// Rules of the domain in a handler or in its helpers.
struct BusinessRuleInHandler: Rule {
    let name = "business-rule-in-handler"
    let severity = Severity.warning
    let summary = "A handler decides or computes something of the domain."
    let explanation = """
        A handler binds what a client says, calls a service and answers. A price, a deadline or a stock \
        that is decided there cannot be tested without a request, and the next route that needs it \
        writes it again. Looking something up and answering 404, checking who asks, choosing a status \
        and shaping the answer are a handler's own work and are not meant.
        """

    /// What the signals of a function add up to before it is reported.
    static let threshold = 3

    func findings(in context: RuleContext) -> [Finding] {
        RouteCode.functions(context.index).compactMap { file, function in
            let validations = HandWrittenValidation.checks(function, context.index)
            let signals = BusinessSignals(
                function, context.index, validations: Set(validations.map(\.statement.id)))
            guard signals.score >= Self.threshold else { return nil }
            let heaviest = signals.signals.sorted { $0.weight > $1.weight }.prefix(2)
            let texts = heaviest.map { signal in
                "\(signal.text) (line \(file.source.position(of: signal.node).line))"
            }
            let what =
                function.isHandler
                ? "The handler \(function.name)" : "\(function.name), of a route,"
            return finding(
                at: function, in: file,
                "\(what) holds a rule of the domain: it \(texts.joined(separator: " and ")). A test of it needs a request, and another route cannot use it.",
                suggestion:
                    "Move it into a method of \(service(function, context.index)), and let the handler call that."
            )
        }
    }

    /// The service that the function's type already has, if there is one.
    private func service(_ function: FunctionUnit, _ index: AppIndex) -> String {
        let properties = function.owner.map(index.properties) ?? []
        let types = properties.filter(\.isStored).compactMap { $0.type.map(TypeText.core) }
        return types.first(where: index.isService) ?? "a service"
    }
}
