import Fledge
import TicketDesk

extension DeskError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .noExhibition(let slug): Problem(.notFound, "Nothing is shown under '\(slug)'.")
        case .noTicket: Problem(.notFound, "There is no such ticket.")
        case .soldOut(let left):
            Problem(.conflict, "Only \(left) are left.", code: "sold_out", extensions: ["left": .integer(left)])
        case .tooManyChildren: Problem(.conflict, "Children need a grown-up.", code: "children")
        }
    }
}
