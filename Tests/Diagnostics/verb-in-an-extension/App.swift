import Fledge

@Route struct UserRoute {
    func GET() -> String { "" }
}

extension UserRoute {
    @POST func create() -> String { "" }
}
