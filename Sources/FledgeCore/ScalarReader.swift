// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// How a text becomes a value.
struct ScalarReader<Value> {
    let description: String
    let parse: (String) -> Value?

    /// Only text can be empty and still a value.
    var takesEmptyText: Bool { Value.self == String.self }
    /// A bare name says yes to a flag.
    var takesBareName: Bool { Value.self == Bool.self }

    init(_ description: String, _ parse: @escaping (String) -> Value?) {
        self.description = description
        self.parse = parse
    }

    static func raw(_: Value.Type) -> ScalarReader
    where Value: RawRepresentable, Value.RawValue: ParameterValue {
        ScalarReader(RawParameter.description(of: Value.self)) { text in
            Value.RawValue(parameter: text).flatMap(Value.init(rawValue:))
        }
    }
}
