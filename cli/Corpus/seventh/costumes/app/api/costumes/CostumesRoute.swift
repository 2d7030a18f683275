import CostumesCore
import Fledge

@Route struct CostumesRoute {
    let costumes: CostumeService

    /// The costumes of an era, a page at a time.
    func GET(era: String?, sort: String = "name", page: Int = 1) async throws -> [Costume] {
        var found = await costumes.all()
        if let era { found = found.filter { $0.era.lowercased() == era.lowercased() } }
        switch sort {
        case "name": found.sort { $0.name < $1.name }
        case "-name": found.sort { $0.name > $1.name }
        default: throw Problem(.badRequest, "Unknown order '\(sort)'.")
        }
        let first = (max(page, 1) - 1) * 25
        guard first < found.count else { return [] }
        return Array(found[first..<min(first + 25, found.count)])
    }

    func POST(body: NewCostume) async throws -> Created<Costume> {
        guard body.sizes.allSatisfy({ (32...64).contains($0) }) else {
            throw Problem(.unprocessableContent, "Sizes are from 32 to 64.", code: "sizes")
        }
        let costume = await costumes.add(body)
        return Created(costume, at: "/api/costumes/\(costume.id)")
    }
}
