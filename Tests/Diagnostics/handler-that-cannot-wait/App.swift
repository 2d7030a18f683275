import Fledge

struct CurrentUser: AsyncRequestBindable {
    static func bind(from request: Request, name: String) async throws -> CurrentUser {
        CurrentUser()
    }
}

@Controller struct Me {
    @GET func show(user: CurrentUser) -> String { "" }
}
