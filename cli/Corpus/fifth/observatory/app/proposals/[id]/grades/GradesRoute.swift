import Fledge
import ObservatoryServices

@Schema struct NewGrade {
    @Field(.range(1...10)) var grade: Int
}

@Route struct GradesRoute {
    let proposals: ProposalService

    func POST(id: Int, body: NewGrade) async throws -> Proposal {
        try await proposals.grade(id, body.grade)
    }
}
