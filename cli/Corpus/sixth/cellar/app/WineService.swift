protocol WineStore: Sendable {
    func all() async throws -> [Wine]
    func save(_ wine: Wine) async throws
}

enum WineError: Error, Equatable {
    case unknown(String)
    case empty(String)
    case tooYoung(until: Int)
}

/// What is in the cellar, and when it may leave.
struct WineService: Sendable {
    let store: any WineStore
    var year: @Sendable () -> Int = { 2026 }

    func all() async throws -> [Wine] { try await store.all().sorted { $0.slug < $1.slug } }

    func find(slug: String) async throws -> Wine? {
        try await store.all().first { $0.slug == slug }
    }

    func add(_ new: NewWine) async throws -> Wine {
        let base = new.name.lowercased().split { !$0.isLetter && !$0.isNumber }
            .joined(separator: "-")
        let wine = Wine(
            slug: "\(base)-\(new.year)", name: new.name, year: new.year, bottles: new.bottles,
            notes: [])
        try await store.save(wine)
        return wine
    }

    func drink(_ slug: String) async throws -> Wine {
        guard var wine = try await find(slug: slug) else { throw WineError.unknown(slug) }
        guard wine.bottles > 0 else { throw WineError.empty(slug) }
        guard year() >= wine.year + 2 else { throw WineError.tooYoung(until: wine.year + 2) }
        wine.bottles -= 1
        try await store.save(wine)
        return wine
    }
}

actor InMemoryWineStore: WineStore {
    private var wines: [String: Wine] = [:]

    func all() -> [Wine] { Array(wines.values) }

    func save(_ wine: Wine) { wines[wine.slug] = wine }
}
