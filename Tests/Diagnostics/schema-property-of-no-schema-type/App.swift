import FledgeSchema

final class Box {}

@Schema struct Item {
    var fine: Int
    var box: Box
    var maybe: Box?
    @Field(.email) var mail: Box
}

@Schema struct Page<Element> {
    var items: [Element]
}
