import Fledge

struct UserService: Sendable {}

@Route struct UserRoute {
    let users: UserService
    let orders: Int

    func GET() -> String { "" }
}
