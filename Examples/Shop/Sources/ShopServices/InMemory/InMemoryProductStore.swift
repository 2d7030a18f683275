// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Products of a shop in memory.
package struct InMemoryProductStore: ProductStore {
    private let shop: InMemoryShop

    package init(_ shop: InMemoryShop = InMemoryShop()) {
        self.shop = shop
    }

    package func add(_ new: NewProduct) async throws -> Product {
        shop.withState { state in
            let id: Product.ID = state.nextID()
            let product = Product(id: id, name: new.name, price: new.price, stock: new.stock)
            state.products[id] = product
            return product
        }
    }

    package func find(_ id: Product.ID) async throws -> Product? {
        shop.withState { $0.products[id] }
    }

    package func find(_ ids: [Product.ID]) async throws -> [Product] {
        shop.withState { state in Set(ids).compactMap { state.products[$0] } }
    }

    package func list(_ page: PageRequest) async throws -> Page<Product> {
        shop.withState { page.cut(Array($0.products.values)) }
    }

    package func restock(_ id: Product.ID, by quantity: Int) async throws -> Product? {
        try shop.withState { state in
            guard var product = state.products[id] else { return nil }
            guard product.stock <= ProductService.maximumStock - quantity else {
                throw ShopError.stockTooHigh
            }
            product.stock += quantity
            state.products[id] = product
            return product
        }
    }
}
