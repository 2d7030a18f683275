// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftSyntax

/// All that is decided of a move before anything is written.
struct Move {
    /// A value that is passed on.
    struct Value: Hashable {
        var name: String
        var type: String
        var isVariable = false
    }

    var code: HandlerCode
    var region: Region
    var target: ServiceTarget
    var method: String
    var inputs: [Value]
    var outputs: [Value]
    /// What the method returns when it ends the handler; nil for nothing.
    var returned: String?
    /// What the service keeps, of what the logic needs, each with its name there.
    var kept: [(dependency: Dependency, name: String)]
    var errors: [ErrorCase]
    var errorName: String
    var payloadTypes: [String: String]
    /// How the handler reaches the service.
    var reach: Reach

    enum Reach: Equatable {
        /// It has it already: `slots`, or `services.slots`.
        case path(String)
        /// A property of the handler's type that makes one.
        case property(String)
        /// A property of the type that holds all services.
        case container(type: String, root: String, property: String)
        /// Made where it is called.
        case inline
    }

    var facts: ArraySlice<StatementFacts> { code.statements[region.range] }
    var waits: Bool { facts.contains(where: \.waits) }
    var canThrow: Bool { facts.contains(where: \.canThrow) }

    /// `(total: Int, reorder: [Int])`, `Order`, or nil.
    var resultType: String? {
        if region.isEnd { return returned }
        switch outputs.count {
        case 0: return nil
        case 1: return outputs[0].type
        default:
            return "(" + outputs.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + ")"
        }
    }

    /// What makes the service, from the handler's own values.
    var making: String {
        let arguments = kept.map { "\($0.name): \($0.dependency.text)" }
        return "\(target.name)(\(arguments.joined(separator: ", ")))"
    }
}
