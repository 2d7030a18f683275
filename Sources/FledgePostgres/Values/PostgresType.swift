// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#if Postgres
import CLibPQ

/// The types of the server that are read and written in their binary form.
///
/// Their numbers are fixed (`pg_type.dat`); those of types made with `CREATE TYPE` are not.
enum PostgresType: Oid, CaseIterable {
    case bool = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25, oid = 26
    case json = 114, xml = 142, float4 = 700, float8 = 701, unknown = 705
    case bpchar = 1042, varchar = 1043, date = 1082, time = 1083, timestamp = 1114
    case timestamptz = 1184, numeric = 1700, void = 2278, uuid = 2950, jsonb = 3802

    /// The type of arrays of it.
    private var array: Oid? {
        switch self {
        case .bool: 1000
        case .bytea: 1001
        case .name: 1003
        case .int8: 1016
        case .int2: 1005
        case .int4: 1007
        case .text: 1009
        case .oid: 1028
        case .json: 199
        case .xml: 143
        case .float4: 1021
        case .float8: 1022
        case .bpchar: 1014
        case .varchar: 1015
        case .date: 1182
        case .time: 1183
        case .timestamp: 1115
        case .timestamptz: 1185
        case .numeric: 1231
        case .uuid: 2951
        case .jsonb: 3807
        case .unknown, .void: nil
        }
    }

    private static let elements: [Oid: PostgresType] = Dictionary(
        uniqueKeysWithValues: allCases.compactMap { type in type.array.map { ($0, type) } })

    /// The type of the elements of an array type.
    static func element(of array: Oid) -> PostgresType? { elements[array] }
}
#endif
