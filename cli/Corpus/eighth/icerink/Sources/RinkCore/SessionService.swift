public enum RinkError: Error, Equatable {
    case noSuchSession(Int)
    case soldOut(Int)
    case noSuchRental(Int)
}

/// Sessions and the places in them.
public actor SessionService {
    private var sessions: [Int: Session] = [:]

    public init() {}

    public func open(_ new: NewSession) -> Session {
        let session = Session(
            id: sessions.count + 1, title: new.title, startsAt: new.startsAt, places: new.places)
        sessions[session.id] = session
        return session
    }

    public func all() -> [Session] {
        sessions.values.sorted { $0.startsAt < $1.startsAt }
    }

    public func takePlace(in id: Int) throws -> Session {
        guard var session = sessions[id] else { throw RinkError.noSuchSession(id) }
        guard session.sold < session.places else { throw RinkError.soldOut(id) }
        session.sold += 1
        sessions[id] = session
        return session
    }
}
