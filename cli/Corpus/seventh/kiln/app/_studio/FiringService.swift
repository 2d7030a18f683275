import Foundation

/// When kilns run, and what goes into them.
struct FiringService: Sendable {
    let store: FiringStore
    var now: @Sendable () -> Date

    func plan(_ new: NewFiring) async throws -> Firing {
        let others = await store.of(new.kiln)
        if let clash = others.first(where: { $0.loads < new.unloads && new.loads < $0.unloads }) {
            throw FiringError.overlaps(clash.id)
        }
        return await store.add(new)
    }

    func find(_ id: Int) async throws -> Firing {
        guard let firing = await store.find(id) else { throw FiringError.unknown(id) }
        return firing
    }

    func list(after id: Int, limit: Int) async -> [Firing] {
        Array(await store.all().filter { $0.id > id }.prefix(limit))
    }

    /// Closes the door: from now on nothing is added.
    func seal(_ id: Int) async throws -> Firing {
        var firing = try await find(id)
        guard firing.state == .open else { throw FiringError.sealed(id) }
        firing.state = now() < firing.unloads ? .sealed : .cooling
        await store.save(firing)
        return firing
    }
}
