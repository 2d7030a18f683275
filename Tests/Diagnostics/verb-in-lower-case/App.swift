import Fledge

@Route struct UserRoute {
    func get() -> String { "" }
}
