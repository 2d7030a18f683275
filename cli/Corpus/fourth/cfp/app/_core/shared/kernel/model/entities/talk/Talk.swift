import FledgeSchema

@Schema enum Track: String, Codable { case swift, web, keynote }

@Schema struct Talk: Codable, Equatable {
    @Schema enum State: String, Codable { case submitted, accepted, waiting, declined }

    let id: Int
    let speaker: Int
    let title: String
    let track: Track
    let state: State
}

@Schema struct NewTalk {
    @Field(.length(5...120)) var title: String
    var track: Track
}
