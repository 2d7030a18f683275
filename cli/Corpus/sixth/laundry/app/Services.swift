import Fledge
import FledgeData
import FledgeSQLite

struct Services: Sendable {
    var machines: MachineService
    var cards: CardService
    var repairs: RepairService

    init(database: Database) {
        let cards = CardService(store: SQLCardStore(database))
        machines = MachineService(store: SQLMachineStore(database), cards: cards)
        self.cards = cards
        repairs = RepairService(mailer: LogMailer())
    }
}
