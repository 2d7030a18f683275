import Fledge

@Controller struct Users {
    @GET("/:userID") func show(userId: Int) -> String { "" }
}
