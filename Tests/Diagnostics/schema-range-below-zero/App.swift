import FledgeSchema

@Schema struct Item {
    @Field(.range((-1)...)) var fine: Int
    @Field(.range(-1...)) var level: Int
}
