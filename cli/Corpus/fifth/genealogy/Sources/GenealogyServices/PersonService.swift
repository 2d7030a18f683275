package struct PersonService: Sendable {
    let archive: Archive

    package init(archive: Archive) { self.archive = archive }

    package func add(_ input: PersonInput) async -> Person {
        let person = Person(
            id: await archive.nextID(), name: input.name, born: input.born, died: input.died)
        await archive.put(person)
        return person
    }

    package func find(_ id: Int) async throws -> Person {
        guard let person = await archive.persons[id] else { throw TreeError.noPerson(id) }
        return person
    }

    package func list(named name: String?) async -> [Person] {
        await archive.persons.values
            .filter { name == nil || $0.name.contains(name ?? "") }
            .sorted { $0.id < $1.id }
    }

    /// Somebody whom a source names stays.
    package func remove(_ id: Int) async throws {
        if let source = await archive.sources.values.first(where: { $0.persons.contains(id) }) {
            throw TreeError.cited(source.id)
        }
        guard await archive.removePerson(id) else { throw TreeError.noPerson(id) }
    }

    package func setParents(of id: Int, father: Int?, mother: Int?) async throws -> Person {
        var child = try await find(id)
        for parent in [father, mother].compactMap(\.self) {
            let person = try await find(parent)
            if let born = person.born, let childBorn = child.born, childBorn - born < 12 {
                throw TreeError.tooYoung(parent: parent)
            }
            if try await ancestors(of: parent).contains(where: { $0.id == id }) || parent == id {
                throw TreeError.ownAncestor
            }
        }
        child.father = father
        child.mother = mother
        await archive.put(child)
        return child
    }

    /// Parents first, then theirs.
    package func ancestors(of id: Int) async throws -> [Person] {
        var found: [Person] = []
        var queue = [try await find(id)]
        while !queue.isEmpty {
            let person = queue.removeFirst()
            for parent in [person.father, person.mother].compactMap(\.self) {
                let ancestor = try await find(parent)
                found.append(ancestor)
                queue.append(ancestor)
            }
        }
        return found
    }
}
