// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeSchema

/// One page of a list, with what a client needs to ask for the next.
@Schema package struct Page<Item: SchemaType> {
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

/// Which page of a list is wanted.
@Schema package struct PageRequest: Hashable, Sendable {
    /// The number of the page, from 1.
    @Field(.range(1...1_000_000)) package var page: Int = 1
    /// How many items a page holds.
    @Field(.range(1...100)) package var limit: Int = 20

    package init(page: Int = 1, limit: Int = 20) {
        self.page = page
        self.limit = limit
    }

    /// How many items come before the page.
    ///
    /// For a request that was checked: it then cannot overflow.
    package var offset: Int { (page - 1) * limit }

    /// Makes the answer.
    package func page<Item: SchemaType>(of items: [Item], total: Int) -> Page<Item> {
        Page(items: items, total: total, page: page, limit: limit)
    }
}
