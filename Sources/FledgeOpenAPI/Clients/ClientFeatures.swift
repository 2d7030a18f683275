// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What an API asks of its client, so that a generated file has nothing that it does not need.
struct ClientFeatures: OptionSet {
    let rawValue: Int
    /// JSON bodies.
    static let json = ClientFeatures(rawValue: 1 << 0)
    static let form = ClientFeatures(rawValue: 1 << 1)
    static let multipart = ClientFeatures(rawValue: 1 << 2)
    /// Parameters in the path.
    static let segment = ClientFeatures(rawValue: 1 << 3)
    static let restOfPath = ClientFeatures(rawValue: 1 << 4)
    static let commas = ClientFeatures(rawValue: 1 << 5)
    /// Server-sent events.
    static let events = ClientFeatures(rawValue: 1 << 6)
}

extension ClientModel {
    var features: ClientFeatures {
        groups.flatMap(\.operations).reduce(into: []) { $0.formUnion($1.features) }
    }
}

extension ClientOperation {
    fileprivate var features: ClientFeatures {
        var features: ClientFeatures = []
        switch body?.kind {
        case .json: features.insert(.json)
        case .form: features.insert(.form)
        case .multipart: features.insert(.multipart)
        case .text, .bytes, nil: break
        }
        for parameter in parameters {
            switch parameter.place {
            case .path: features.insert(.segment)
            case .restOfPath: features.formUnion([.segment, .restOfPath])
            case .commaSeparatedQuery: features.insert(.commas)
            case .query, .header: break
            }
        }
        if answers.contains(where: { $0.kind == .events }) { features.insert(.events) }
        return features
    }
}
