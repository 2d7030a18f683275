import Fledge

struct Order { var id = 1 }

@Controller struct Orders {
    @POST("/1") func now(body: Order) -> String { "" }

    @POST("/2") func later(
        body: Order
    ) async -> String { "" }
}
