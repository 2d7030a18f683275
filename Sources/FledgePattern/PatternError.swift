// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What is wrong with a pattern, and where.
package struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of mistakes.
    enum Kind: Hashable, Sendable {
        case unopenedGroup
        case unclosedGroup
        case unclosedClass
        case emptyClass
        case nothingToRepeat(String)
        case repeatedTwice
        case loneBrace(String)
        case badCount
        case reversedCount
        case largeCount
        case reversedRange(String, String)
        case classInRange
        case unknownEscape(String)
        case badNumber(String)
        case endsInEscape
        case lookAround
        case backreference
        case property
        case unknownGroup
        case tooDeep
        case tooLarge
    }

    let kind: Kind
    /// Where it is: scalars before it.
    package let position: Int

    init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
    }

    /// In words, with the position and what to do.
    package var description: String {
        let place = kind == .tooLarge ? "" : " at position \(position)"
        return mistake + place + (remedy.map { ": \($0)" } ?? "")
    }

    private var mistake: String {
        switch kind {
        case .unopenedGroup: "')' without '('"
        case .unclosedGroup: "'(' without ')'"
        case .unclosedClass: "'[' without ']'"
        case .emptyClass: "'[]' matches nothing"
        case .nothingToRepeat(let sign): "'\(sign)' has nothing to repeat"
        case .repeatedTwice: "a repetition is repeated"
        case .loneBrace(let brace): "a lone '\(brace)'"
        case .badCount: "'{' without a count"
        case .reversedCount: "the lower count is greater than the upper"
        case .largeCount: "a count is greater than \(PatternParser.largestCount)"
        case .reversedRange(let low, let high): "the range '\(low)-\(high)' is the wrong way round"
        case .classInRange: "a class is the end of a range"
        case .unknownEscape(let name): "'\\\(name)' means nothing"
        case .badNumber: "no character with this number"
        case .endsInEscape: "'\\' escapes nothing"
        case .lookAround: "look-ahead and look-behind are not supported"
        case .backreference: "backreferences are not supported"
        case .property: "'\\p{…}' is not supported"
        case .unknownGroup: "'(?' without a known kind of group"
        case .tooDeep: "groups are nested more than \(PatternParser.largestDepth) deep"
        case .tooLarge: "the pattern is too large"
        }
    }

    private var remedy: String? {
        switch kind {
        case .unopenedGroup, .unclosedGroup, .unclosedClass, .nothingToRepeat, .reversedCount,
            .largeCount, .reversedRange, .tooDeep:
            nil
        case .emptyClass: "write what it may hold"
        case .repeatedTwice: "put the inner one in '(?:…)'"
        case .loneBrace(let brace): "write '\\\(brace)'"
        case .badCount: "write '{3}', '{1,}' or '{1,3}', or '\\{' for the character"
        case .classInRange: "write '\\-' for the character"
        case .unknownEscape(let name): "leave out the '\\', or write '\\\\' before '\(name)'"
        case .badNumber(let form): "write '\(form)' with hexadecimal digits"
        case .endsInEscape: "write '\\\\' for the character"
        case .lookAround, .backreference: "matching them can take for ever"
        case .property: "write the characters as a class, '[a-zà-ÿ]'"
        case .unknownGroup: "write '(?:…)' or '(?<name>…)'"
        case .tooLarge:
            "with its counts written out it has more than \(PatternProgram.largestSize) parts"
        }
    }
}
