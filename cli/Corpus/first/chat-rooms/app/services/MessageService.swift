import Fledge

struct MessageService: Sendable {
    let store: ChatStore
    let now: @Sendable () -> Int

    func list(in room: Int, before: Int?, limit: Int) async throws -> [Message] {
        let all = await store.messages.filter { $0.room == room && $0.id < before ?? .max }
        return Array(all.sorted { $0.id > $1.id }.prefix(limit))
    }

    func send(_ new: NewMessage, in room: Room, by user: String) async throws -> Message {
        if room.banned.contains(user) { throw Problem(.forbidden, "You are banned.", code: "banned") }
        return await store.append(new.text, in: room.id, by: user, at: now())
    }
}
