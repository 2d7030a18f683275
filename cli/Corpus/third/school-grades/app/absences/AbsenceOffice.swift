import FledgeSchema

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What parents ask for: days off. It has nothing to do with HTTP.
@Schema struct Request: Equatable {
    @Schema enum Status: String { case pending, granted, refused }

    var id: Int
    var pupil: String
    var from: Date
    var until: Date
    var status: Status
    var header: String
}

@Schema struct NewRequest {
    @Field(.length(1...80)) var pupil: String
    var from: Date
    var until: Date
    @Field(.length(1...120)) var header: String

    func validate(into violations: inout Violations) {
        if until < from { violations.add("until", code: "order", "must not be before the first day") }
    }
}

enum AbsenceError: Error, Equatable {
    case unknown(Int)
    case decided(Request.Status)
    case exams
}

actor AbsenceOffice {
    private var requests: [Request] = []
    private let exams: ClosedRange<Date>?

    init(exams: ClosedRange<Date>? = nil) { self.exams = exams }

    func file(_ new: NewRequest) throws -> Request {
        if let exams, exams.overlaps(new.from...new.until) { throw AbsenceError.exams }
        let request = Request(
            id: requests.count + 1, pupil: new.pupil, from: new.from, until: new.until,
            status: .pending, header: new.header)
        requests.append(request)
        return request
    }

    func decide(_ id: Int, _ status: Request.Status) throws -> Request {
        guard requests.indices.contains(id - 1) else { throw AbsenceError.unknown(id) }
        guard requests[id - 1].status == .pending else { throw AbsenceError.decided(requests[id - 1].status) }
        requests[id - 1].status = status
        return requests[id - 1]
    }

    func query(_ pupil: String?) -> [Request] {
        requests.filter { pupil == nil || $0.pupil == pupil }
    }
}
