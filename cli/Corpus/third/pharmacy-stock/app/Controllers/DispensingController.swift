import Fledge
import Pharmacy

@Controller struct DispensingController {
    let clerk: Dispensary
    let inventory: InventoryManager

    /// Gives drugs out on a prescription.
    @POST func dispense(body: Prescription) async throws -> Created<Dispensing> {
        guard !body.doctor.isEmpty, body.doctor.count <= 60, !body.lines.isEmpty else {
            throw Problem(.unprocessableContent, "A prescription names its doctor and what to give.")
        }
        var controlled = 0
        for line in body.lines {
            let drug = try await inventory.find(line.code)
            if drug.isControlled { controlled += line.packs }
            if drug.minimumAge > body.patientAge {
                throw Problem(.conflict, "\(drug.name) is not for this age.", code: "age")
            }
        }
        if controlled > 2 { throw Problem(.conflict, "Too many controlled drugs.", code: "controlled") }
        return Created(try await clerk.dispense(body))
    }

    @DELETE("/:id") func undo(id: Int) async throws {
        try await clerk.undo(id)
    }
}
