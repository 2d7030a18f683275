// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Testing

@testable import FledgeDoctor

@Suite struct ErrorCaseTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var problem: String
        var value: String
        var pattern: String
        /// The problem, when it is not the same text.
        var mapped: String?
    }

    static let rows = [
        Row(
            testDescription: "its code names it",
            problem: #"Problem(.conflict, "No.", code: "too_low")"#,
            value: "tooLow", pattern: ".tooLow"),
        Row(
            testDescription: "a few words do", problem: #"Problem(.tooManyRequests, "Slow mode.")"#,
            value: "slowMode", pattern: ".slowMode"),
        Row(
            testDescription: "else its status",
            problem: #"Problem(.conflict, "This is a long story about many things.")"#,
            value: "conflict", pattern: ".conflict"),
        Row(
            testDescription: "a factory",
            problem: #"Problem.notFound("There is no such parcel here.")"#,
            value: "notFound", pattern: ".notFound"),
        Row(
            testDescription: "a word of Swift", problem: #"Problem(.conflict, code: "default")"#,
            value: "`default`", pattern: ".`default`"),
        Row(
            testDescription: "values go along",
            problem: #"Problem(.conflict, "\(price) is not \(body.weight)")"#,
            value: "conflict(price: price, weight: body.weight)",
            pattern: ".conflict(let price, let weight)",
            mapped: #"Problem(.conflict, "\(price) is not \(weight)")"#),
        Row(
            testDescription: "each value once",
            problem: #"Problem(.conflict, "\(price), \(price)")"#,
            value: "conflict(price: price)", pattern: ".conflict(let price)"),
        Row(
            testDescription: "values of the same name",
            problem: #"Problem(.conflict, "\(body.weight), \(other.weight)")"#,
            value: "conflict(weight: body.weight, otherWeight: other.weight)",
            pattern: ".conflict(let weight, let otherWeight)",
            mapped: #"Problem(.conflict, "\(weight), \(otherWeight)")"#),
        Row(
            testDescription: "a number of things",
            problem: #"Problem(.conflict, "\(body.tags.count)")"#,
            value: "conflict(bodyTagsCount: body.tags.count)",
            pattern: ".conflict(let bodyTagsCount)",
            mapped: #"Problem(.conflict, "\(bodyTagsCount)")"#),
        Row(
            testDescription: "headers and extensions",
            problem: #"Problem(.conflict, "Wait.", headers: [.retryAfter: "\(price)"])"#,
            value: "wait(price: price)", pattern: ".wait(let price)"),
    ]

    @Test(arguments: rows) func `a problem becomes an error that means the same`(_ row: Row) throws
    {
        let body = """
            let other = try await parcels.find(id)!
            let price = body.weight * 2
            if price > 10 { throw \(row.problem) }
            return other
            """
        // Whatever is asked, the compiler says Int.
        let planner = try Depot.planner(Depot.with(body))
        let types = Dictionary(
            planner.questions.map { ($0.key, "Int") }, uniquingKeysWith: { first, _ in first })
        let moving = try Depot.move(Depot.with(body), types: types)
        let error = try #require(moving.move.errors.first)
        #expect(error.value == row.value)
        #expect(error.pattern == row.pattern)
        #expect(error.problem == row.mapped ?? row.problem)
    }

    @Test func `the same problem twice is one case, and unlike ones of a name are two`() throws {
        let body = """
            let price = body.weight * 2
            if price > 10 { throw Problem(.conflict, code: "heavy") }
            if price > 12 { throw Problem(.conflict, code: "heavy") }
            if price < 3 { throw Problem(.gone, code: "heavy") }
            return Parcel(id: id, weight: price, state: "")
            """
        let moving = try Depot.move(Depot.with(body))
        #expect(moving.move.errors.map(\.name) == ["heavy", "heavy2"])
        #expect(moving.move.errors.map(\.throwing.count) == [2, 1])
    }

    @Test func `the error hides none of Swift's own`() throws {
        let body = """
            if body.weight * 2 > 10 { throw Problem(.conflict) }
            return Parcel(id: id, weight: 1, state: "")
            """
        let plain = try Depot.move(Depot.with(body), to: "DispatchService")
        #expect(plain.move.errorName == "DispatchError")
        let swift = try Depot.move(Depot.with(body), to: "CancellationService")
        #expect(swift.move.errorName == "CancellationAddParcelError")
        let taken = try Depot.move(
            Depot.with(body, file: "enum DispatchError: Error {}"), to: "DispatchService")
        #expect(taken.move.errorName == "DispatchAddParcelError")
    }
}
