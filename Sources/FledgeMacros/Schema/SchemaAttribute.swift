// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import SwiftParser
import SwiftSyntax

/// The arguments of `@Schema`.
struct SchemaAttribute {
    private(set) var refusesUnknownKeys = false
    private(set) var isSnakeCase = false
    /// The name of the definition.
    private(set) var name: String?
    /// The member that tells the cases of an enum apart.
    private(set) var discriminator = "type"
    private(set) var discriminatorSyntax: LabeledExprSyntax?

    /// Reads the arguments, whose types the compiler has checked.
    init(_ syntax: AttributeSyntax, _ reporter: Reporter) {
        guard case .argumentList(let arguments) = syntax.arguments else { return }
        for argument in arguments {
            switch argument.label?.text {
            case "unknownKeys":
                refusesUnknownKeys =
                    Self.choice(argument, ["ignore": false, "reject": true], reporter) ?? false
            case "keys":
                isSnakeCase =
                    Self.choice(argument, ["asWritten": false, "snakeCase": true], reporter)
                    ?? false
            case "name":
                name = Self.name(of: argument, reporter)
            case "discriminator":
                discriminatorSyntax = argument
                discriminator = argument.text(reporter) ?? discriminator
            default: break
            }
        }
    }

    /// The key of a property that does not name its own.
    func key(for property: String) -> String {
        isSnakeCase ? VariableName.of(property: property).lowercased() : property
    }

    private static func choice(
        _ argument: LabeledExprSyntax, _ choices: [String: Bool], _ reporter: Reporter
    ) -> Bool? {
        let name = argument.expression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
        if let name, let choice = choices[name] { return choice }
        let known = choices.keys.sorted().map { ".\($0)" }.joined(separator: " or ")
        reporter.error(
            at: argument.expression, "Write \(known): @Schema reads the word, not a value.")
        return nil
    }

    private static func name(of argument: LabeledExprSyntax, _ reporter: Reporter) -> String? {
        guard let name = argument.text(reporter) else { return nil }
        let isValid = name.unicodeScalars.allSatisfy {
            $0.isASCII
                && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || "._-".contains(Character($0)))
        }
        if isValid, !name.isEmpty { return name }
        reporter.error(
            at: argument.expression,
            "The name of a definition has letters, digits, '.', '-' and '_' only.")
        return nil
    }
}

extension LabeledExprSyntax {
    /// The text of a string literal; anything else is reported.
    func text(_ reporter: Reporter) -> String? {
        if let text = expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue {
            return text
        }
        reporter.error(
            at: expression, "Write a string literal here: @Schema reads it when it compiles.")
        return nil
    }
}
