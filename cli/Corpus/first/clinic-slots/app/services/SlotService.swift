import Fledge

enum SlotError: Error, Equatable { case taken, missing }

struct SlotService: Sendable {
    let store: SlotStore
    let now: @Sendable () -> Int

    func open(doctor: String) async throws -> [Slot] {
        await store.slots.values.filter { $0.doctor == doctor && $0.patient == nil }
    }

    func find(_ id: Int) async throws -> Slot? { await store.slots[id] }

    func book(_ id: Int, request: Request) async throws -> Slot {
        guard var slot = await store.slots[id] else { throw SlotError.missing }
        guard slot.patient == nil else { throw SlotError.taken }
        let wish = try await request.json(Wish.self)
        slot.patient = request.headers["X-On-Behalf-Of"] ?? wish.patient
        await store.save(slot)
        return slot
    }

    func release(_ id: Int) async throws {
        guard var slot = await store.slots[id] else { throw SlotError.missing }
        slot.patient = nil
        await store.save(slot)
    }

    func move(_ id: Int, to target: Int) async throws -> Slot {
        guard let old = await store.slots[id], var new = await store.slots[target] else { throw SlotError.missing }
        guard new.patient == nil else { throw SlotError.taken }
        new.patient = old.patient
        await store.save(new)
        try await release(id)
        return new
    }
}
