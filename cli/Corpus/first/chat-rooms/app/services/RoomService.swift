struct RoomService: Sendable {
    let store: ChatStore

    func list() async throws -> [Room] { await store.rooms.values.sorted { $0.id < $1.id } }
    func find(_ id: Int) async throws -> Room? { await store.rooms[id] }
    func pins(of id: Int) async throws -> [Int] { await store.rooms[id]?.pins ?? [] }

    func open(_ new: NewRoom, by user: String) async throws -> Room {
        let room = Room(
            id: await store.rooms.count + 1, name: new.name, slowMode: new.slowMode, moderators: [user])
        await store.save(room)
        return room
    }

    /// The last three pins stay.
    func pin(_ message: Int, in id: Int) async throws {
        guard var room = await store.rooms[id] else { return }
        room.pins = (room.pins + [message]).suffix(3)
        await store.save(room)
    }
}
