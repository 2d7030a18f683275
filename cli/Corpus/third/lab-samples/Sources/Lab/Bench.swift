import FledgeSchema

@Schema package struct Work: Equatable, Sendable {
    package var barcode: String
    package var analyte: String
}

/// What waits for the analysers: each takes the next that fits.
package actor WorkQueue {
    private var work: [Work] = []
    private let analysers: Set<String>

    package init(analysers: Set<String>) { self.analysers = analysers }

    package func add(_ sample: Sample) {
        work += sample.analytes.map { Work(barcode: sample.barcode, analyte: $0) }
    }

    package func next(for name: String) throws -> Work? {
        guard analysers.contains(name) else { throw LabError.noAnalyser(name) }
        return work.isEmpty ? nil : work.removeFirst()
    }

    package func count(for name: String) throws -> Int {
        guard analysers.contains(name) else { throw LabError.noAnalyser(name) }
        return work.count
    }
}

/// All services of the lab.
package struct Bench: Sendable {
    package let intake: any SampleIntake
    package let results: ResultBoard
    package let queue: WorkQueue

    package static func live(analysers: String) -> Bench {
        let queue = WorkQueue(analysers: Set(analysers.split(separator: ",").map(String.init)))
        return Bench(intake: FrontDesk(queue: queue), results: ResultBoard(), queue: queue)
    }
}
