// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeJSON

/// Writes the answers of one operation: the good one by the type of the result, the refusals by what can be
/// wrong with a request of this form.
struct AnswerBuilder {
    let facts: RouteFacts
    let template: PathTemplate
    let place: String

    /// What is known of one status.
    private struct Answer {
        var details: String
        var content: JSON.Object = [:]
        var headers: [String: String] = [:]
    }

    private typealias Answers = [String: Answer]

    func build(_ book: inout SchemaBook) -> JSON {
        var answers: Answers = [:]
        let result = ResultFacts(facts.route.result)
        for answer in result.answers { add(answer, to: &answers, &book) }
        let problem: JSON.Object = [Self.problemType: ["schema": ProblemSchema.reference(&book)]]
        for (status, details) in refusals(result) where answers[status] == nil {
            answers[status] = Answer(details: details, content: problem)
        }
        for answer in facts.told.answers { add(answer, to: &answers, &book) }
        if let details = facts.route.resultDetails, let status = result.answers.first?.status {
            answers[status]?.details = details.sentence
        }
        for failure in facts.route.failures {
            let details = failure.details.isEmpty ? nil : failure.details.sentence
            answers["\(failure.status)", default: Answer(details: "It failed.", content: problem)]
                .details = details ?? answers["\(failure.status)"]?.details ?? "It failed."
        }
        return write(answers)
    }

    /// The answer that every operation may give, for the components.
    static func anythingElse(_ book: inout SchemaBook) -> JSON {
        [
            "description": .string(anythingElse),
            "content": [problemType: ["schema": ProblemSchema.reference(&book)]],
        ]
    }

    private static let problemType = "application/problem+json"

    private static let anythingElse =
        "Something else was wrong with the request or with the server: it is malformed, too slow or meant for "
        + "another host, or the server failed or has too much to do."

    // MARK: What can be wrong

    private func refusals(_ result: ResultFacts) -> [(status: String, details: String)] {
        var refusals: [(status: String, details: String)] = []
        if result.canBeMissing || facts.path.values.contains(where: canBeWrong) {
            refusals.append(("404", "There is nothing at this path."))
        }
        if !facts.query.isEmpty || facts.wholeQuery != nil {
            refusals.append(("400", "A parameter is missing or malformed; `errors` names each."))
        }
        if let body = facts.body { refusals += self.refusals(body) }
        return refusals
    }

    /// Any text is a `String`; everything else can fail to parse, which is a path that does not exist.
    private func canBeWrong(_ parameter: HandlerParameter) -> Bool {
        parameter.type != String.self && parameter.type != [String].self
    }

    private func refusals(_ type: any Any.Type) -> [(status: String, details: String)] {
        let tooLarge = (
            status: "413", details: "The body has more than \(facts.route.bodyLimit.bytes) bytes."
        )
        switch BodyBuilder(type: type, place: place).form {
        case .bytes:
            return [tooLarge]
        case .text:
            return [("400", "The body is not UTF-8."), tooLarge]
        case .parts:
            return [
                ("400", "The body is no form of several parts."), tooLarge,
                ("415", "The body is of a media type that is not read here."),
            ]
        case .value:
            let malformed =
                facts.query.isEmpty && facts.wholeQuery == nil
                ? "The body is missing, or cannot be read at all."
                : "A parameter is missing or malformed, or the body cannot be read at all."
            return [
                ("400", malformed), tooLarge,
                ("415", "The body is of a media type that is not read here."),
                ("422", "The body does not have the expected form; `errors` names each place."),
            ]
        }
    }

    // MARK: Writing

    private func add(
        _ answer: RouteDescription.Answer, to answers: inout Answers, _ book: inout SchemaBook
    ) {
        var entry = answers[answer.status] ?? Answer(details: "")
        if let details = answer.details, !entry.details.contains(details) {
            entry.details += (entry.details.isEmpty ? "" : " ") + details
        }
        if entry.details.isEmpty { entry.details = Self.standardDetails(answer.status) }
        if let mediaType = answer.mediaType {
            entry.content[mediaType] = ["schema": schema(answer, mediaType, &book)]
        }
        entry.headers.merge(answer.headers) { first, _ in first }
        answers[answer.status] = entry
    }

    private func schema(
        _ answer: RouteDescription.Answer, _ mediaType: String, _ book: inout SchemaBook
    ) -> JSON {
        if mediaType == Self.problemType { return ProblemSchema.reference(&book) }
        if let type = answer.type { return book.schema(of: type, .output, at: place) }
        // A file can be JSON as well, and then it is no string.
        if mediaType == "*/*" { return ["description": "Content of any kind."] }
        return mediaType.hasPrefix("text/") ? ["type": "string"] : BodyBuilder.bytes
    }

    private static func standardDetails(_ status: String) -> String {
        status.hasPrefix("2") ? "Success." : "The request was not answered."
    }

    private func write(_ answers: Answers) -> JSON {
        let sorted = answers.sorted { $0.key < $1.key }
        var responses: JSON.Object = [:]
        for (status, answer) in sorted {
            var json: JSON.Object = ["description": .string(answer.details)]
            if !answer.headers.isEmpty { json["headers"] = headers(answer.headers) }
            if !answer.content.isEmpty { json["content"] = .object(answer.content) }
            responses[status] = .object(json)
        }
        responses["default"] = ["$ref": "#/components/responses/Problem"]
        return .object(responses)
    }

    private func headers(_ headers: [String: String]) -> JSON {
        .object(
            headers.sorted { $0.key < $1.key }.reduce(into: JSON.Object()) {
                $0[$1.key] = ["description": .string($1.value), "schema": ["type": "string"]]
            })
    }
}

extension String {
    /// With a capital at its beginning and a period at its end.
    fileprivate var sentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
