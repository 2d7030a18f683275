import Fledge
import RsvpServices

extension RsvpError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .unknownInvitation:
            Problem(.notFound, "This invitation does not exist.", code: "unknown_invitation")
        case .closed(let deadline):
            Problem(
                .gone, "Answers were due by \(deadline).", code: "closed",
                extensions: ["deadline": .string("\(deadline)")])
        case .tooManyGuests(let allowed):
            Problem(
                .unprocessableContent, "It is for \(allowed).", code: "too_many_guests")
        }
    }
}
