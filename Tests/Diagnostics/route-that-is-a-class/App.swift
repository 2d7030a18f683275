import Fledge

@Route class UserRoute {
    func GET() -> String { "" }
}

@Controller actor Users {
    func GET() -> String { "" }
}
