import Fledge

@Route struct ResultRoute {
    let count: Counting

    /// The result: bars for a terminal, or numbers.
    func GET(id: Int, request: Request) async throws -> Response {
        let result = try await count.result(of: id)
        guard Accept(request.headers[.accept]).best(of: [.json, .plainText]) == .plainText else {
            return Response.json(result)
        }
        let widest = result.map(\.option.count).max() ?? 0
        let bars = result.map { line in
            let gap = String(repeating: " ", count: widest - line.option.count)
            return "\(line.option)\(gap) \(String(repeating: "#", count: line.percent / 5)) \(line.percent)%"
        }
        return Response.text(bars.joined(separator: "\n"))
    }
}
