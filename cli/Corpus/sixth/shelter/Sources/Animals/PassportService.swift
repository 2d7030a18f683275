import Fledge

/// The passport that goes with an animal.
public struct PassportService: Sendable {
    public init() {}

    public func passport(of animal: Animal) -> (status: Status, page: HTML) {
        guard let owner = animal.adoptedBy else {
            return (.conflict, HTML("<p>\(HTML.escape(animal.name)) waits.</p>"))
        }
        return (.ok, HTML("<h1>\(HTML.escape(animal.name))</h1><p>Household \(owner)</p>"))
    }
}
