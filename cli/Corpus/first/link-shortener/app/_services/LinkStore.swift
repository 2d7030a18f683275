#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

protocol LinkStore: Sendable {
    func all() async throws -> [Link]
    func insert(_ link: Link) async throws -> Bool
    func update(_ link: Link) async throws
    func delete(_ slug: String) async throws
}

/// Links in one file of JSON: enough for a team's links.
actor FileLinkStore: LinkStore {
    private let path: String
    private var links: [String: Link]

    init(_ path: String) {
        self.path = path
        let data = try? Data(contentsOf: URL(filePath: path))
        links = data.flatMap { try? JSONDecoder().decode([String: Link].self, from: $0) } ?? [:]
    }

    func all() -> [Link] { Array(links.values) }

    func insert(_ link: Link) throws -> Bool {
        guard links[link.slug] == nil else { return false }
        links[link.slug] = link
        try save()
        return true
    }

    func update(_ link: Link) throws {
        links[link.slug] = link
        try save()
    }

    func delete(_ slug: String) throws {
        links[slug] = nil
        try save()
    }

    private func save() throws {
        try JSONEncoder().encode(links).write(to: URL(filePath: path))
    }
}
