/// Finds the class of a text by its words.
struct ClassificationService: Sendable {
    let words = ["engine": "F02", "wheel": "B60", "antenna": "H01", "seed": "A01"]

    func classes(of text: String) -> [String] {
        let found = text.lowercased().split(separator: " ").compactMap { words[String($0)] }
        return Set(found).sorted()
    }
}
