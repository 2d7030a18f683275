import Fledge

struct Order { var id = 1 }

@Controller struct Orders {
    @GET("/1") func now() -> Order { Order() }
    @GET("/2") func later() async throws -> [Order] { [] }
    @GET("/3") func tuple() -> (Int, Int) { (1, 2) }
    @GET("/4") func opaque() -> some Encodable { "x" }
}
