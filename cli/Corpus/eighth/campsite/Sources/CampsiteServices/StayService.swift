/// The rules for stays.
package struct StayService: Sendable {
    private let store: any StayStore

    package init(store: any StayStore) {
        self.store = store
    }

    /// Books a pitch that is free in all those nights.
    package func book(_ new: NewStay) async throws -> Stay {
        guard try await store.pitch(new.pitch) != nil else { throw CampError.noPitch(new.pitch) }
        let others = try await store.stays(on: new.pitch)
        guard !others.contains(where: { $0.from < new.until && new.from < $0.until }) else {
            throw CampError.taken(pitch: new.pitch)
        }
        return try await store.add(new)
    }

    package func find(_ id: Int) async throws -> Stay {
        guard let stay = try await store.find(id) else { throw CampError.noStay(id) }
        return stay
    }

    package func list(after id: Int, limit: Int) async throws -> [Stay] {
        try await store.list(after: id, limit: limit)
    }

    /// Guests arrive once, and leave when they were here.
    package func move(_ id: Int, to next: Stay.State) async throws -> Stay {
        var stay = try await find(id)
        switch (stay.state, next) {
        case (.booked, .here), (.here, .left): break
        default: throw CampError.wrongState(stay.state)
        }
        try await store.setState(next, of: id)
        stay.state = next
        return stay
    }
}

package struct Services: Sendable {
    package let stays: StayService

    package init(store: any StayStore) {
        stays = StayService(store: store)
    }
}
