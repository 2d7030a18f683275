import Fledge

struct Unbindable {}

@Controller struct Users {
    @GET("/1") func list(
        page: Int,
        filter: Unbindable
    ) -> String { "" }

    @GET("/2") func defaulted(filter: Unbindable = Unbindable()) -> String { "" }

    @GET("/3") func waiting(filter: Unbindable) async -> String { "" }
}
