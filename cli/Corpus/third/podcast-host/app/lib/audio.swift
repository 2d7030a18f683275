/// Where the sound is.
protocol AudioStore: Sendable {
    func path(_ slug: String, _ number: Int) -> String
}

struct AudioShelf: AudioStore {
    let root: String

    /// Names come from the outside: only what is in a slug gets through.
    func path(_ slug: String, _ number: Int) -> String {
        let safe = slug.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        return "\(root)/\(safe)/\(number).mp3"
    }
}
