/// What was said in each room, for those who were away.
struct DigestService: Sendable {
    let store: ChatStore

    func digest() async throws -> [String] {
        let groups = Dictionary(grouping: await store.messages, by: \.room)
        return groups.filter { $0.value.count >= 5 }.map { room, messages in
            "\(room): \(messages.count) messages by \(Set(messages.map(\.author)).count) people"
        }
    }
}
