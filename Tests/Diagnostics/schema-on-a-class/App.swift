import FledgeSchema

@Schema final class User {
    var name = ""
}

@Schema struct Item {
    var price = makePrice()
}

@Schema struct Twice {
    @Field(.length(5...1)) var a: String
    @Field(name: "a") var b: Int
}

struct Outside {
    @Field(.email) var mail: String
}

func makePrice() -> Int { 1 }
func use(_ item: Item, _ twice: Twice) -> [any SchemaType] { [item, twice] }
