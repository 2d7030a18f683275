import CafeCore
import Fledge

@Schema struct Wish: Sendable {
    @Field(.length(1...100)) var title: String
}

@Schema struct WishQuery: Sendable {
    @Field(.range(1...50)) var top: Int = 10
}

@Route struct WishesRoute {
    let wishes: WishService

    /// What guests miss most.
    func GET(query: WishQuery) async -> [CafeCore.Request] {
        await wishes.top(query.top)
    }

    /// Wishes for a game. The first one makes the list longer, the others move it up.
    func POST(body: Wish) async -> Response {
        let wish = await wishes.vote(for: body.title)
        if wish.votes == 1 { return Response.json(wish, status: .created) }
        return Response.json(wish, status: .ok)
    }
}
