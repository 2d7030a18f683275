import FledgeSchema

@Schema struct Plain { var a: Int }

@Schema struct Item {
    @Field(.length(1...2)) var count: Int
    @Field(.range(1...2)) var name: String
    @Field(.email) var addresses: [String]
    @Field(.range(0...1)) var isDone: Bool?
    @Field(.range(1.5...2)) var whole: Int
    @Field(.unique) var plains: [Plain]
    @Field(.each(.length(1...))) var numbers: [Int]
    @Field(.oneOf("a", "b")) var grade: Double
}
