// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A difference between two versions of an API that a client of the older one would notice.
public struct BreakingChange: Sendable, Hashable {
    /// What kind of difference it is; the raw value is a stable word for programs.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case routeRemoved = "route_removed"
        case methodRemoved = "method_removed"
        case operationRenamed = "operation_renamed"
        case parameterAdded = "required_parameter_added"
        case parameterRemoved = "parameter_removed"
        case parameterRequired = "parameter_became_required"
        case formChanged = "parameter_form_changed"
        case bodyAdded = "required_body_added"
        case bodyRemoved = "body_removed"
        case bodyRequired = "body_became_required"
        case mediaTypeRemoved = "media_type_removed"
        case statusRemoved = "status_removed"
        case answerRemoved = "answer_body_removed"
        case headerRemoved = "answer_header_removed"
        case securityAdded = "security_added"
        case fieldRequired = "field_became_required"
        case fieldRemoved = "field_removed"
        case fieldOptional = "field_became_optional"
        case typeChanged = "type_changed"
        case nullRefused = "null_refused"
        case nullAdded = "null_added"
        case valueRemoved = "value_removed"
        case valueAdded = "value_added"
        case boundTightened = "bound_tightened"
        case defaultChanged = "default_changed"
        case formatChanged = "format_changed"
        case unknownRefused = "unknown_fields_refused"
        case formRemoved = "form_removed"
        case formAdded = "form_added"
    }

    /// What kind of difference it is.
    public var kind: Kind
    /// Where: `POST /users, body /address/city`.
    public var place: String
    /// What is different.
    ///
    /// `'city' is required now.`
    public var what: String
    /// What it does to a client.
    ///
    /// `A request without it is refused.`
    public var why: String
}

extension BreakingChange: CustomStringConvertible {
    /// Place, difference and consequence, in one line.
    public var description: String { "\(place): \(what) \(why) [\(kind.rawValue)]" }
}

/// Collects what the comparisons find.
struct BreakingChangeList {
    private(set) var changes: [BreakingChange] = []

    mutating func add(_ kind: BreakingChange.Kind, at place: String, _ what: String, _ why: String)
    {
        let change = BreakingChange(kind: kind, place: place, what: what, why: why)
        // A type that stands in many places is compared in each, and a recursive one in itself.
        if !changes.contains(change) { changes.append(change) }
    }
}
