import Fledge

protocol Printer: Sendable {
    func print(_ text: String) async throws
}

struct ConsolePrinter: Printer {
    func print(_ text: String) async throws { Swift.print(text) }
}

struct NoticeService: Sendable {
    let printer: any Printer

    func announce(_ house: House, for request: Request) async throws {
        guard let language = request.headers["Accept-Language"]?.prefix(2) else {
            throw Problem(.notAcceptable, "Say which language the notice is for.")
        }
        let text = language == "fr" ? "Le ramoneur passe." : "The chimney sweep is coming."
        try await printer.print("\(house.street): \(text)")
    }
}
