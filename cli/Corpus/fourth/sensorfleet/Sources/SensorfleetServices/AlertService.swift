import FledgeSchema

@Schema package struct Alert: Hashable, Sendable {
    package let id: Int
    package let text: String
}

@Schema package struct NewAlert: Sendable {
    @Field(.length(1...200)) package var text: String

    package init(text: String) { self.text = text }
}

package actor AlertService {
    private var alerts: [Alert] = []
    private var count = 0

    package init() {}

    package func open() throws -> [Alert] { alerts }

    package func raise(_ new: NewAlert) throws -> Alert {
        count += 1
        let alert = Alert(id: count, text: new.text)
        alerts.append(alert)
        return alert
    }

    package func acknowledge(_ id: Int) throws -> Bool {
        guard let index = alerts.firstIndex(where: { $0.id == id }) else { return false }
        alerts.remove(at: index)
        return true
    }
}
