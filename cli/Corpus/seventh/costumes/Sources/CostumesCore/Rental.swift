import FledgeSchema
import Foundation

@Schema package struct Rental: Hashable, Sendable {
    package var id: Int
    package var costume: Int
    package var name: String
    package var borrower: String
    package var value: Int
    package var from: Date
    package var due: Date
    package var returned: Date?
}

@Schema package struct NewRental: Sendable {
    package var costume: Int
    package var borrower: String
    package var email: String
    package var from: Date
    package var due: Date

    package init(costume: Int, borrower: String, email: String, from: Date, due: Date) {
        self.costume = costume
        self.borrower = borrower
        self.email = email
        self.from = from
        self.due = due
    }

    package func validate(into violations: inout Violations) {
        if due <= from { violations.add("due", code: "order", "must be after the beginning") }
        if !email.contains("@") || email.count > 254 {
            violations.add("email", code: "email", "must be an e-mail address")
        }
        if borrower.isEmpty { violations.add("borrower", code: "length", "must not be empty") }
    }
}

package enum RentalError: Error, Equatable { case unknown, out, earlier }
