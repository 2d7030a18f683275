package struct SourceService: Sendable {
    let archive: Archive

    package init(archive: Archive) { self.archive = archive }

    package func add(_ input: SourceInput) async -> Source {
        let source = Source(
            id: await archive.nextID(), title: input.title, archive: input.archive)
        await archive.put(source)
        return source
    }

    package func find(_ id: Int) async throws -> Source {
        guard let source = await archive.sources[id] else { throw TreeError.noSource(id) }
        return source
    }

    package func list() async -> [Source] {
        await archive.sources.values.sorted { $0.title < $1.title }
    }

    package func cite(_ person: Int, in id: Int) async throws -> Source {
        var source = try await find(id)
        guard await archive.persons[person] != nil else { throw TreeError.noPerson(person) }
        if !source.persons.contains(person) { source.persons.append(person) }
        await archive.put(source)
        return source
    }

    package func remove(_ id: Int) async throws {
        guard await archive.removeSource(id) else { throw TreeError.noSource(id) }
    }
}
