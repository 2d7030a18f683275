import Fledge

struct NoMiddleware {}

@Controller struct Users {
    @GET("/1", use: NoMiddleware()) func one() -> String { "" }
    @POST("/2", body: "1 MiB") func two() -> String { "" }
    @GET("/3", nmae: "x") func three() -> String { "" }
}
