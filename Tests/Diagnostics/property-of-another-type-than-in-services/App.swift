import Fledge

struct UserService: Sendable {}
struct Services: Sendable { let users: UserService }

@Route struct UserRoute {
    let users: String

    func GET() -> String { "" }
}
