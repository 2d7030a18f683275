import Fledge

/// Where a list goes on: opaque to clients, `f` and the last id in base 36.
struct Cursor: ParameterValue {
    var id: Int

    init(id: Int) { self.id = id }

    init?(parameter: String) {
        guard parameter.hasPrefix("f"), let id = Int(parameter.dropFirst(), radix: 36), id >= 0
        else { return nil }
        self.id = id
    }

    static var parameterDescription: String { "a cursor of an earlier answer" }

    var text: String { "f" + String(id, radix: 36) }
}
