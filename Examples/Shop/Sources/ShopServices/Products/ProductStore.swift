// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Keeps products.
///
/// Inputs have been checked.
package protocol ProductStore: Sendable {
    func add(_ new: NewProduct) async throws -> Product

    func find(_ id: Product.ID) async throws -> Product?

    /// Those of the products that exist, in any order.
    func find(_ ids: [Product.ID]) async throws -> [Product]

    /// Products in the order they were added.
    func list(_ page: PageRequest) async throws -> Page<Product>

    /// Adds to the stock in one step, since others sell at the same time; nil if there is no such
    /// product. The result never exceeds ``ProductService/maximumStock``: then the stock stays and
    /// ``ShopError/invalid(_:)`` names `quantity`.
    func restock(_ id: Product.ID, by quantity: Int) async throws -> Product?
}
