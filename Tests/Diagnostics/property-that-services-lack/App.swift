import Fledge

struct UserService: Sendable {}
struct Services: Sendable { let users: UserService }

@Route struct OrderRoute {
    let users: UserService
    let orders: Int

    func GET() -> String { "" }
}
