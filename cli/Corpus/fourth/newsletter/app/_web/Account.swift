import Fledge

struct Account: RequestBindable {
    enum Plan: String { case free, pro }

    let id: Int
    let plan: Plan

    static func bind(from request: Request, name: String) throws -> Account {
        guard let id = request.headers["X-Account"].flatMap(Int.init) else {
            throw Problem(.unauthorized, "Sign in first.")
        }
        return Account(id: id, plan: Plan(rawValue: request.headers["X-Plan"] ?? "") ?? .free)
    }
}
