import FledgeSchema

@Schema struct Poll: Hashable, Sendable {
    let id: Int
    let question: String
    let options: [String]
    var isOpen = true
}

@Schema struct NewPoll: Sendable {
    @Field(.length(1...200)) var question: String
    @Field(.items(2...10), .unique, .each(.length(1...60))) var options: [String]
}

@Schema struct ResultLine: Hashable, Sendable {
    let option: String
    let votes: Int
    let percent: Int
}

enum PollError: Error, Equatable { case unknown, closed, votedAlready, noSuchOption }
