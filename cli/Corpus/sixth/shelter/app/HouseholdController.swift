import Animals
import Fledge

@Controller struct HouseholdController {
    let households: HouseholdService

    @POST func add(body: Household) async throws -> Created<Household> {
        var violations: [Problem.Violation] = []
        if body.name.isEmpty {
            violations.append(
                .init(.pointer("/name"), code: "length", message: "must not be empty"))
        }
        if !(0...24).contains(body.hoursAlone) {
            violations.append(.init(.pointer("/hoursAlone"), code: "range", message: "0 to 24"))
        }
        if Set(body.otherAnimals).count != body.otherAnimals.count {
            violations.append(.init(.pointer("/otherAnimals"), code: "unique", message: "twice"))
        }
        if !violations.isEmpty {
            throw Problem(.unprocessableContent, "The form is not right.", violations: violations)
        }
        await households.add(body)
        return Created(body, at: "/households/\(body.id)")
    }
}
