// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeJSON

/// Makes a struct or an enum a ``SchemaType``: read, checked, written and described by one declaration.
///
///     /// Somebody who wants an account.
///     @Schema struct NewUser {
///         /// Shown on invoices.
///         @Field(.length(1...80))        var name: String
///         @Field(.email)                 var email: String
///         @Field(.range(18...150))       var age: Int?
///         @Field(.items(0...10), .unique) var tags: [String] = []
///     }
///
/// **Structs.** Every stored property is a member. One with a value may be left out, and so may an
/// `Optional`, for which `null` means the same, and a ``Patch``, for which it does not. A `let` with a
/// value is written and never read; where unknown keys are refused, it is known. Computed and static properties are none. The memberwise initialiser
/// stays. Doc comments become descriptions.
///
/// **Enums with raw values** are these values: `@Schema enum Status: String { case open, closed }`.
///
/// **Enums with payloads** are objects that one member tells apart:
///
///     @Schema(discriminator: "method") enum Payment {
///         case card(Card)                           // {"method": "card", "number": "…"}
///         case transfer(iban: String, bic: String?) // {"method": "transfer", "iban": "…"}
///         case cash                                 // {"method": "cash"}
///     }
///
/// A payload without a label is a struct with `@Schema`, and its members stand beside the discriminator.
///
/// **A check of the whole** runs once all members are valid, if the type has one:
///
///     func validate(into violations: inout Violations) {
///         if end < start { violations.add("end", code: "order", "must not be before the start") }
///     }
///
/// The type is `Codable` as well, property by property and under the same names, for what is no JSON: a
/// row of a database, a property list. Other coders do not hold to the rules.
///
/// - Parameters:
///   - unknownKeys: What happens with members that the type does not have.
///   - keys: How the names of properties become keys.
///   - discriminator: The member that tells the cases of an enum apart.
///   - name: The name of the type in schemas; it is that of the type otherwise.
@attached(
    member,
    names: named(SchemaMembers), named(SchemaRules), named(schemaCases), named(CodingKeys),
    named(init(json:)), named(write(to:)), named(writeMembers(to:)), named(describe(in:)),
    named(describeMembers(of:in:)), named(encode(to:))
)
@attached(
    extension, conformances: SchemaType, SchemaObject,
    names: named(init(json:)), named(init(from:)), named(write(to:)), named(writeMembers(to:)),
    named(describe(in:)), named(describeMembers(of:in:))
)
public macro Schema(
    unknownKeys: UnknownKeys = .ignore,
    keys: KeyStyle = .asWritten,
    discriminator: String = "type",
    name: String? = nil
) = #externalMacro(module: "FledgeMacros", type: "SchemaMacro")

/// Says more about a property of a ``Schema(unknownKeys:keys:discriminator:name:)`` type than
/// its type says.
///
///     @Field(.length(3...20), .pattern("^[a-z0-9_]+$"), name: "user_name", example: "ada_1815")
///     var userName: String
///
/// Rules that do not fit the type of the property, and those that no value can keep, are compile
/// errors. On a case of an enum only `name` has a meaning.
///
/// - Parameters:
///   - rules: What the value must keep; a value that is absent or `null` keeps them all.
///   - name: Its key in JSON.
///   - example: A value for the documentation.
@attached(peer)
public macro Field(
    _ rules: FieldRule...,
    name: String? = nil,
    example: JSON? = nil
) = #externalMacro(module: "FledgeMacros", type: "FieldMacro")

/// What happens with members that a type does not have.
public enum UnknownKeys: Sendable {
    /// They are passed over.
    case ignore
    /// Each is a violation with the code `unknown`.
    case reject
}

/// How the names of properties become keys.
public enum KeyStyle: Sendable {
    /// `databaseURL` is `databaseURL`.
    case asWritten
    /// `databaseURL` is `database_url`.
    case snakeCase
}
