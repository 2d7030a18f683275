/// Blanks and cuts for the codes that are stamped on keys.
struct KeyCodeService: Sendable {
    private let blanks = ["U": "UL050", "Y": "YA2", "A": "AB48"]

    func blank(for code: String) -> String? {
        code.first.flatMap { blanks[String($0)] }
    }

    func depths(of code: String) -> [Int] {
        code.dropFirst().compactMap(\.wholeNumberValue)
    }
}
