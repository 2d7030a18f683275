import CostumesCore
import Fledge

@Route struct SizesRoute {
    let advisor: any SizeAdvising

    func GET(chest: Int, height: Int) async throws -> Int {
        advisor.size(chest: chest, height: height)
    }
}
