protocol Mailer: Sendable {
    func tell(_ name: String, _ text: String) async throws
}

/// Writes mails to the terminal until there is a server for them, at most one of a kind a day.
actor LogMailer: Mailer {
    private var told: Set<String> = []

    func tell(_ name: String, _ text: String) {
        let key = "\(name)|\(text.prefix(20))"
        guard told.insert(key).inserted else { return }
        print("To \(name): \(text)")
    }
}
