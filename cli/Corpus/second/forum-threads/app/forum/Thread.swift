import FledgeSchema

@Schema struct Thread: Hashable, Sendable {
    let id: Int
    let title: String
    let author: String
    var score = 0
    var replies = 0
    var isHot = false
    var isLocked = false
}

@Schema struct NewThread: Sendable { @Field(.length(3...150)) var title: String }

enum ForumError: Error, Equatable { case noThread, locked }

actor ForumStore {
    private(set) var threads: [Int: Thread] = [:]

    func add(_ title: String, by author: String) -> Thread {
        let thread = Thread(id: threads.count + 1, title: title, author: author)
        threads[thread.id] = thread
        return thread
    }

    func save(_ thread: Thread) { threads[thread.id] = thread }
}
