import Fledge

@Route struct UserRoute {
    func list() -> String { "" }
}
