import Fledge

struct Filter: Decodable {}

@Route struct SearchRoute {
    func GET(body: Filter) -> String { "" }
    @HEAD(body: .mebibytes(1)) func head() {}
}
