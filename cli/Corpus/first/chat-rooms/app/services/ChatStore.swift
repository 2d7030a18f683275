import FledgeSchema

@Schema struct Room: Hashable, Sendable {
    let id: Int
    let name: String
    var slowMode = 0
    var moderators: [String] = []
    var banned: [String] = []
    var pins: [Int] = []
}

@Schema struct NewRoom: Sendable {
    @Field(.length(1...40)) var name: String
    @Field(.range(0...3600)) var slowMode: Int = 0
}

@Schema struct Message: Hashable, Sendable {
    let id: Int
    let room: Int
    let author: String
    let text: String
    let sentAt: Int
}

@Schema struct NewMessage: Sendable { @Field(.length(1...2000)) var text: String }

actor ChatStore {
    private(set) var rooms: [Int: Room] = [:]
    private(set) var messages: [Message] = []
    private(set) var sessions: [String: Session] = [:]

    func save(_ room: Room) { rooms[room.id] = room }
    func set(_ session: Session?, _ token: String) { sessions[token] = session }
    func append(_ text: String, in room: Int, by user: String, at time: Int) -> Message {
        messages.append(Message(id: messages.count + 1, room: room, author: user, text: text, sentAt: time))
        return messages[messages.count - 1]
    }
}
