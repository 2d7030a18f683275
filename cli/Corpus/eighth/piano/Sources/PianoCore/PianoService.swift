/// The instruments.
public actor PianoService {
    private var pianos: [Int: Piano] = [:]

    public init() {}

    public func isKnown(serial: String) -> Bool {
        pianos.values.contains { $0.serial == serial }
    }

    public func add(_ new: NewPiano) throws -> Piano {
        guard !isKnown(serial: new.serial) else { throw PianoError.serialTaken(new.serial) }
        let piano = Piano(
            id: pianos.count + 1, serial: new.serial, kind: new.kind, owner: new.owner)
        pianos[piano.id] = piano
        return piano
    }

    public func find(_ id: Int) throws -> Piano {
        guard let piano = pianos[id] else { throw PianoError.unknown(id) }
        return piano
    }

    public func find(serial: String) -> Piano? {
        pianos.values.first { $0.serial == serial }
    }
}
