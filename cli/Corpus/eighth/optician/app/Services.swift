import Fledge
import FledgeData
import OpticCore

struct Services: Sendable {
    var glasses: GlassesService
    var database: Database
}
