/// Who did what: asked for by the auditors.
actor AuditService {
    private var entries: [String] = []

    func note(_ action: String, by who: String) {
        entries.append("\(who): \(action)")
    }

    func all() -> [String] { entries }
}
