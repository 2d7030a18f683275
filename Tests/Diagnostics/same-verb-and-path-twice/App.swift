import Fledge

@Controller struct Users {
    @GET("/:id") func show(id: Int) -> String { "" }
    @GET("/:name") func find(name: String) -> String { "" }
}
