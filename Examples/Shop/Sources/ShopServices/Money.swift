// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// An exact amount of money.
///
/// Whole minor units (cents), never a floating-point number: 0.1 + 0.2 must be 0.3 in a shop.
package struct Money: Codable, Hashable, Sendable {
    /// In minor units: 1250 is 12.50.
    package var amount: Int

    /// What it is counted in.
    package var currency: Currency

    package init(_ amount: Int, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// A currency the shop sells in.
    ///
    /// In JSON and in the database its ISO 4217 code.
    package enum Currency: String, Codable, CaseIterable, Sendable {
        case eur = "EUR"
        case usd = "USD"
        case gbp = "GBP"
    }
}

extension Money {
    /// The amount so many times, or nil if that is more than fits.
    package func times(_ count: Int) -> Money? {
        let (product, overflow) = amount.multipliedReportingOverflow(by: count)
        return overflow ? nil : Money(product, currency)
    }

    /// The sum, or nil if it is more than fits or the currencies differ.
    package func adding(_ other: Money) -> Money? {
        let (sum, overflow) = amount.addingReportingOverflow(other.amount)
        return overflow || currency != other.currency ? nil : Money(sum, currency)
    }
}
