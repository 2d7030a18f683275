/// What is printed on a shelf.
struct LabelService: Sendable {
    func label(for part: Part) -> String {
        let name = part.name.uppercased().prefix(18)
        return "\(name)\n#\(part.id)  \(Quantity(count: part.stock).text)"
    }
}
