// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// One page of a list, with what a client needs to ask for the next.
package struct Page<Item> {
    /// The items of this page, at most `limit`.
    package let items: [Item]

    /// The items on all pages together.
    package let total: Int

    /// The number of this page, from 1.
    package let page: Int

    /// How many items a page holds.
    package let limit: Int

    package init(items: [Item], total: Int, page: Int, limit: Int) {
        self.items = items
        self.total = total
        self.page = page
        self.limit = limit
    }
}

extension Page: Sendable where Item: Sendable {}
extension Page: Equatable where Item: Equatable {}
extension Page: Encodable where Item: Encodable {}
extension Page: Decodable where Item: Decodable {}

/// A checked wish for one page of a list.
package struct PageRequest: Hashable, Sendable {
    /// The most items a client may ask for at once.
    package static let maximumLimit = 100

    package let page: Int
    package let limit: Int

    /// How many items come before the page.
    package let offset: Int

    /// Checks page and limit.
    ///
    /// - Throws: ``ShopError/invalid(_:)``.
    package init(page: Int, limit: Int) throws(ShopError) {
        var check = Validation()
        check.require(page >= 1, "page", "must be at least 1")
        check.require(
            1...Self.maximumLimit ~= limit, "limit", "must be from 1 to \(Self.maximumLimit)")
        try check.finish()
        // Not before: subtracting from the smallest number there is would trap.
        let (offset, overflow) = (page - 1).multipliedReportingOverflow(by: limit)
        check.require(!overflow, "page", "is too large")
        try check.finish()
        self.page = page
        self.limit = limit
        self.offset = offset
    }

    /// Makes the answer.
    package func page<Item>(of items: [Item], total: Int) -> Page<Item> {
        Page(items: items, total: total, page: page, limit: limit)
    }
}
