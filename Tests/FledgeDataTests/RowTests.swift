// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeData
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

private func row(_ values: KeyValuePairs<String, DatabaseValue>) -> Row {
    Row(columns: RowColumns(values.map(\.key)), values: values.map(\.value))
}

private struct User: Decodable, Equatable {
    struct ID: RawRepresentable, Codable, Equatable { let rawValue: Int }
    enum Role: String, Codable { case customer, staff }
    let id: ID
    let userName: String
    let role: Role
    let createdAt: Date
    let note: String?
}

private struct Price: Decodable, Equatable {
    let amount: Int
    let currency: String
}

private struct Product: Decodable, Equatable {
    let name: String
    let price: Price
    let oldPrice: Price?
}

@Suite struct RowTests {
    @Test func `columns become properties by name, without case and underscores`() throws {
        let user = try row([
            "id": .integer(7), "USER_NAME": .text("Ada"), "role": .text("staff"),
            "created_at": .text("1970-01-01T00:00:01.000Z"), "note": .null,
        ]).decode(User.self)
        #expect(
            user
                == User(
                    id: .init(rawValue: 7), userName: "Ada", role: .staff,
                    createdAt: Date(timeIntervalSince1970: 1), note: nil))
    }

    @Test func `a struct inside reads the columns with its prefix, NULL throughout is nil`() throws
    {
        let columns = row([
            "name": .text("Pen"), "price_amount": .integer(250), "price_currency": .text("EUR"),
            "old_price_amount": .null, "old_price_currency": .null,
        ])
        let price = Price(amount: 250, currency: "EUR")
        #expect(try columns.decode() == Product(name: "Pen", price: price, oldPrice: nil))
    }

    @Test func `a single value reads the only column`() throws {
        #expect(try row(["n": .integer(3)]).decode(Int.self) == 3)
        #expect(try row(["n": .null]).decode(Int?.self) == nil)
        #expect(try row(["n": .integer(3)]).decode(User.ID.self).rawValue == 3)
    }

    @Test func `a column is read by its exact name`() throws {
        let columns = row(["id": .integer(1), "Name": .text("x")])
        #expect(try columns.get("Name") == "x")
        #expect(try columns.get("id", as: Int.self) == 1)
        #expect(throws: DatabaseError.self) { try columns.get("name", as: String.self) }
    }

    private func message(_ body: () throws -> Void) -> String {
        do { try body() } catch let error as DatabaseError {
            #expect(error.code == .decoding)
            return error.message
        } catch { Issue.record("\(error)") }
        return ""
    }

    @Test func `errors name column, type and kind of value, and say what to do`() {
        #expect(
            message { _ = try row(["stock": .text("secret")]).get("stock", as: Int.self) }
                == "Cannot read column \"stock\" as Int: it holds text that does not fit. "
                + "Change the type, or convert the value in the query.")
        #expect(
            message {
                _ = try row([
                    "name": .text(""), "price_amount": .null, "price_currency": .text("EUR"),
                ]).decode(Product.self)
            }
                == "Cannot read column \"price_amount\" as Int for the property "
                + "\"price.amount\": it holds NULL that does not fit. "
                + "Make the property optional, or the column NOT NULL.")
        #expect(
            message { _ = try row(["amount": .integer(1), "b": .null]).decode(Price.self) }
                == "The row has no column for \"currency\"; it has \"amount\", \"b\". "
                + "Select it, or rename one with AS.")
        #expect(
            message { _ = try row(["id": .integer(1), "id": .integer(2)]).get("id", as: Int.self) }
                == "Several columns would do for \"id\" among \"id\", \"id\". "
                + "Rename them with AS.")
        #expect(
            message { _ = try row(["a": .null, "b": .null]).decode(Int.self) }
                == "Int is a single value, but the row has 2 columns (\"a\", \"b\"). "
                + "Select one column.")
    }

    @Test func `an optional property without a column is nil, with two it is an error`() throws {
        struct Note: Decodable { let noteText: String? }
        #expect(try row(["id": .integer(1)]).decode(Note.self).noteText == nil)
        let text = message {
            _ = try row(["note_text": .null, "NOTE_TEXT": .null]).decode(Note.self)
        }
        #expect(text.hasPrefix("Several columns would do for \"noteText\""))
    }

    @Test func `an unknown case of an enum is a decoding error with its path`() {
        struct Holder: Decodable { let role: User.Role }
        let text = message { _ = try row(["role": .text("king")]).decode(Holder.self) }
        #expect(text.hasPrefix("Cannot read Holder from the row: \"role\":"))
    }
}
