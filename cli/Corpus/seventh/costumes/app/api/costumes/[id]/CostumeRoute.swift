import CostumesCore
import Fledge

@Route struct CostumeRoute {
    let costumes: CostumeService

    func GET(id: Int) async throws -> Costume? { await costumes.find(id) }
}
