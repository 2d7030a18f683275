extension Singer {
    /// `A. L.` for the programme.
    var initials: String {
        name.split(separator: " ").map { "\($0.prefix(1))." }.joined(separator: " ")
    }
}
