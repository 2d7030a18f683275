// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Asks the compiler for types that stand nowhere in the text.
///
/// A function that gives the value where another type is wanted is put before a statement; the
/// compiler refuses it and names the type. It is a function of its own, so that it disturbs neither
/// the inference of a closure around it nor the other questions.
struct TypeProbe {
    /// A question: the type of an expression at a place.
    struct Question: Hashable {
        /// The key of the answer.
        var key: String
        var expression: String
        /// In UTF-8 bytes, at the start of a statement.
        var offset: Int
    }

    let questions: [Question]

    private static let name = "FledgeExtractProbe"

    /// The file with the questions in it.
    func text(of source: String) -> String {
        var bytes = Array(source.utf8)
        for (number, question) in questions.enumerated().sorted(by: {
            $0.element.offset > $1.element.offset
        }) {
            let wanted = "\(Self.name)\(number)"
            let probe =
                "func ask\(wanted)() async throws { let _: \(wanted) = \(question.expression) }\n"
            bytes.insert(contentsOf: Array(probe.utf8), at: min(question.offset, bytes.count))
        }
        let types = questions.indices.map { "private enum \(Self.name)\($0) {}\n" }.joined()
        return String(decoding: bytes, as: UTF8.self) + "\n" + types
    }

    /// The types in what the compiler has written, by the keys of their questions.
    func answers(in output: String) -> [String: String] {
        var answers: [String: String] = [:]
        for line in output.split(separator: "\n") {
            // "cannot convert value of type 'X' to specified type 'FledgeExtractProbe3'"
            guard let end = line.firstRange(of: "' to specified type '\(Self.name)"),
                let start = line[..<end.lowerBound].firstRange(of: "of type '"),
                let number = Int(line[end.upperBound...].prefix { $0.isNumber }),
                questions.indices.contains(number)
            else { continue }
            answers[questions[number].key] = String(line[start.upperBound..<end.lowerBound])
        }
        return answers
    }
}
