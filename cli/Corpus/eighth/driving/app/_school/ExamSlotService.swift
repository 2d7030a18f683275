import Fledge

/// The seats that the road office gives the school.
actor ExamSlotService {
    private var seats: [String: Int]

    init(seats: [String: Int]) {
        self.seats = seats
    }

    /// Takes a seat on a day, as the client's form names it.
    func reserve(_ request: Request) async throws -> Response {
        let form = try await request.form([String: String].self)
        guard let day = form["day"], let left = seats[day], left > 0 else {
            return .json(["error": "full"], status: .conflict)
        }
        seats[day] = left - 1
        return .json(["left": left - 1], status: .created)
    }
}
