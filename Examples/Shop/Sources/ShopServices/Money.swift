// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// An exact amount of money.
///
/// Whole minor units (cents), never a floating-point number: 0.1 + 0.2 must be 0.3 in a shop.
@Schema package struct Money: Codable, Hashable, Sendable {
    /// In minor units: 1250 is 12.50.
    ///
    /// Nothing is free in this shop. Within what JavaScript counts exactly.
    @Field(.range(1...9_007_199_254_740_991)) package var amount: Int

    /// What it is counted in.
    package var currency: Currency

    package init(_ amount: Int, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// A currency the shop sells in.
    ///
    /// In JSON and in the database its ISO 4217 code.
    package enum Currency: String, SchemaType, CaseIterable, Sendable {
        case eur = "EUR"
        case usd = "USD"
        case gbp = "GBP"
    }
}

extension Money {
    /// The largest amount.
    package static let maximum = 9_007_199_254_740_991

    /// The amount so many times, or nil if that is more than fits.
    package func times(_ count: Int) -> Money? {
        let (product, overflow) = amount.multipliedReportingOverflow(by: count)
        return overflow || product > Self.maximum ? nil : Money(product, currency)
    }

    /// The sum, or nil if it is more than fits or the currencies differ.
    package func adding(_ other: Money) -> Money? {
        let (sum, overflow) = amount.addingReportingOverflow(other.amount)
        guard !overflow, sum <= Self.maximum, currency == other.currency else { return nil }
        return Money(sum, currency)
    }
}
