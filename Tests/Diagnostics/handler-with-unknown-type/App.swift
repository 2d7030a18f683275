import Fledge

@Controller struct Users {
    @GET("/:id") func show(id: UserID) -> String { "" }
}
