import Fledge

@Schema struct Labels: Sendable { var labels: [String] }

@Route struct LabelsRoute {
    let jobs: JobService

    /// Writes on the boxes what the customer wants to read there.
    func PUT(id: Int, body: Labels) async throws -> [String] {
        let job = try await jobs.find(id)
        for (index, label) in body.labels.enumerated() {
            if label.isEmpty || label.count > 24 {
                throw Problem(
                    .unprocessableContent, "Label \(index) is too long or empty.", code: "label")
            }
        }
        return body.labels.map { "\(job.id) \(job.name): \($0)" }
    }
}
