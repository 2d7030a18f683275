import FledgeSchema

@Schema struct ReportLine: Equatable {
    var subject: String
    var mark: Double
    var passed: Bool
}

protocol ReportWriter: Sendable {
    func report(on grades: [Grade]) -> [ReportLine]
}

/// Weighted means, rounded to halves.
struct TermReport: ReportWriter {
    func report(on grades: [Grade]) -> [ReportLine] {
        Dictionary(grouping: grades, by: \.subject).sorted { $0.key < $1.key }.map { subject, marks in
            let weights = marks.reduce(0) { $0 + $1.weight }
            let sum = marks.reduce(0) { $0 + $1.mark * $1.weight }
            let mean = (Double(sum) / Double(weights) * 2).rounded() / 2
            return ReportLine(subject: subject, mark: mean, passed: mean <= 4)
        }
    }
}
