package protocol SampleIntake: Sendable {
    func receive(_ new: NewSample) async throws -> Sample
    func find(_ barcode: String) async -> Sample?
}

/// Takes samples in and puts their analyses into the queue.
package actor FrontDesk: SampleIntake {
    private var samples: [String: Sample] = [:]
    private let queue: WorkQueue

    package init(queue: WorkQueue) { self.queue = queue }

    package func receive(_ new: NewSample) async throws -> Sample {
        guard Barcode.isSound(new.barcode) else { throw LabError.badBarcode }
        guard samples[new.barcode] == nil else { throw LabError.known(new.barcode) }
        let limit = new.material == "urine" ? 24 : 72
        guard new.hours <= limit else { throw LabError.tooOld(hours: new.hours) }
        let sample = Sample(
            barcode: new.barcode, material: new.material, analytes: new.analytes, hours: new.hours)
        samples[new.barcode] = sample
        await queue.add(sample)
        return sample
    }

    package func find(_ barcode: String) -> Sample? { samples[barcode] }
}
