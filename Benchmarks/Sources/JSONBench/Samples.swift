// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The documents of the benchmark; the same in every run.

extension User {
    static func sample(_ number: Int) -> User {
        User(
            id: 1_000 + number, name: "Ada Lovelace", email: "ada.\(number)@example.com",
            tags: ["admin", "staff", "beta-tester"])
    }
}

extension Page {
    static let sample = Page(
        items: (0..<100).map(User.sample), page: 3, total: 4_711, next: "/users?page=4")
}

extension Product {
    static func sample(_ number: Int) -> Product {
        Product(
            id: number, title: "Product number \(number) with a title",
            price: Double(number % 5_000) + Double(number % 100) / 100,
            isInStock: number % 3 == 0,
            size: Size(width: 10.5, height: Double(number % 90) / 8, depth: 3),
            labels: ["new", "garden", "free-shipping"],
            note: number % 2 == 0 ? nil : "Ships in two days")
    }
}

extension Category {
    /// Six levels, 4,368 products: one megabyte.
    static let sample = make(depth: 5, number: 1)

    private static func make(depth: Int, number: Int) -> Category {
        Category(
            name: "Category \(number)",
            products: (0..<12).map { Product.sample(number * 12 + $0) },
            children: depth == 0
                ? [] : (1...3).map { make(depth: depth - 1, number: number * 3 + $0) })
    }
}

extension Talk {
    static let sample = Talk(
        messages: (0..<200).map { number in
            Message(
                author: number % 2 == 0 ? "Zoë Čapková" : "山田太郎",
                text: """
                    Line \(number):\t"Quoted", with a path C:\\temp\\files and a
                    second line — déjà vu, Größe, 東京, 😀😀. "Again", she said.

                    """)
        })
}
