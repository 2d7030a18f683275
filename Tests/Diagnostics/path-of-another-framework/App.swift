import Fledge

@Controller struct Users {
    @GET("/users/{id}") func braces(id: Int) -> String { "" }
    @GET("/users/[id]") func brackets(id: Int) -> String { "" }
    @GET("/users/:id?") func optional(id: Int) -> String { "" }
}
