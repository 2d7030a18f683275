// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeSchema
import Testing

@Schema private enum Status: String {
    case open
    case closed = "shut"
}

@Schema private enum Volume: Int { case low = 1, high }

extension Status: ParameterValue {}
extension Volume: ParameterValue {}

@Schema private struct Card {
    @Field(.pattern("^[0-9]{4}$")) var number: String
    var holder: String?
}

@Schema(unknownKeys: .reject) private struct Coin { var value: Int }

@Schema(discriminator: "method") private enum Payment {
    case card(Card)
    case coin(Coin)
    case transfer(iban: String, bic: String?, days: Int = 14)
    @Field(name: "in_cash") case cash
    #if NEVER_SET
    case barter(Nothing)
    #endif
}

@Schema(unknownKeys: .reject, keys: .snakeCase) private enum Event {
    case userJoined(userName: String)
    case serverStopped

    func validate(into violations: inout Violations) {
        if case .userJoined("root") = self { violations.add(code: "root", "must be no root") }
    }
}

@Schema private indirect enum Formula {
    case number(value: Double)
    case sum(left: Formula, right: Formula)
}

@Schema private struct Loose {
    var a: Int
    var inner: Card?
}

@Schema(unknownKeys: .reject) private enum Tight { case loose(Loose) }

@Schema private enum Search {
    case find(in: String? = nil, self: Int, default: [Int] = [], value1: Patch<Int> = .null)
}

@Suite struct SchemaEnumTests {
    @Test(arguments: [
        SchemaRow.valid(Status.self, #""open""#),
        .valid(Status?.self, "null"),
        .valid([Status].self, #"["shut","open"]"#),
        .refused(Status.self, #""closed""#, " enum must be one of open, shut"),
        .refused(Status.self, "1", " type must be a string"),
        .valid(Volume.self, "2"),
        .refused(Volume.self, "3", " enum must be one of 1, 2"),
    ])
    func `raw values are read, and others refused with the list`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        SchemaRow.valid(Payment.self, #"{"method":"card","number":"1234","holder":"Ada"}"#),
        .valid(
            Payment.self, #"{"number":"1234","method":"card"}"#,
            #"{"method":"card","number":"1234"}"#),
        .valid(Payment.self, #"{"method":"coin","value":2}"#),
        .refused(
            Payment.self, #"{"method":"coin","value":2,"x":1}"#, "/x unknown is not known here"),
        .valid(
            Payment.self, #"{"method":"transfer","iban":"X"}"#,
            #"{"method":"transfer","iban":"X","days":14}"#),
        .valid(Payment.self, #"{"method":"transfer","iban":"X","bic":"Y","days":3}"#),
        .valid(Payment.self, #"{"method":"in_cash","x":1}"#, #"{"method":"in_cash"}"#),
        .refused(
            Payment.self, #"{"method":"card","number":"12345"}"#,
            "/number pattern must match the pattern ^[0-9]{4}$"),
        .refused(
            Payment.self, #"{"method":"transfer","bic":1}"#, "/bic type must be a string",
            "/iban missing is required"),
        .refused(
            Payment.self, #"{"method":"cheque","number":[{}]}"#,
            "/method enum must be one of card, coin, transfer, in_cash, barter"),
        .refused(Payment.self, #"{"number":"1234"}"#, "/method missing is required"),
        .refused(Payment.self, #"{"method":1}"#, "/method type must be a string"),
        .refused(Payment.self, #""card""#, " type must be an object"),
        .refused(
            [Payment].self, #"[{"method":"card"},{},{"method":"in_cash"}]"#,
            "/0/number missing is required", "/1/method missing is required"),
        .refused(
            Payment.self, #"{"method":"transfer","iban":"X","iban":"Y"}"#,
            "duplicate_key the name 'iban' stands twice in one object at line 1, column 33"),
        .refused(
            Payment.self, #"{"method":"transfer","iban":"X","method":"in_cash"}"#,
            "duplicate_key the name 'method' stands twice in one object at line 1, column 33"),
        .refused(
            Payment.self, #"{"method":"in_cash","method":"card"}"#,
            "duplicate_key the name 'method' stands twice in one object at line 1, column 21"),
        .refused(
            Payment.self, #"{"method":"coin","value":1,"method":"card"}"#,
            "duplicate_key the name 'method' stands twice in one object at line 1, column 28"),
    ])
    func `one member tells the cases apart, wherever it stands`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        SchemaRow.valid(Tight.self, #"{"type":"loose","a":1}"#),
        .refused(Tight.self, #"{"x":2,"type":"loose","a":1}"#, "/x unknown is not known here"),
        .valid(
            Tight.self, #"{"a":1,"inner":{"number":"1234","x":1},"type":"loose"}"#,
            #"{"type":"loose","a":1,"inner":{"number":"1234"}}"#),
    ])
    func `a case that refuses unknown keys refuses them in its payload`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        SchemaRow.valid(
            Search.self, #"{"type":"find","self":1}"#,
            #"{"type":"find","self":1,"default":[],"value1":null}"#),
        .valid(
            Search.self, #"{"type":"find","in":"a","self":1,"default":[2],"value1":3}"#),
        .refused(
            Search.self, #"{"type":"find","in":1}"#, "/in type must be a string",
            "/self missing is required"),
    ])
    func `any label names a member, and a default may be nil`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test(arguments: [
        SchemaRow.valid(Event.self, #"{"type":"user_joined","user_name":"ada"}"#),
        .valid(Event.self, #"{"type":"server_stopped"}"#),
        .refused(
            Event.self, #"{"type":"server_stopped","x":1}"#, "/x unknown is not known here"),
        .refused(
            Event.self, #"{"type":"user_joined","user_name":"ada","userName":"x"}"#,
            "/userName unknown is not known here"),
        .refused(
            Event.self, #"{"type":"user_joined","user_name":"root"}"#, " root must be no root"),
        .valid(
            Formula.self,
            #"{"type":"sum","left":{"type":"number","value":1.0},"right":{"type":"number","value":2.0}}"#
        ),
    ])
    func `the options of @Schema hold for the members of cases`(_ row: SchemaRow) {
        #expect(row.actual == row.expected)
    }

    @Test func `a parameter says which raw values there are`() {
        #expect(Status.parameterDescription == "one of open, shut")
        #expect(Volume.parameterDescription == "one of 1, 2")
    }
}
