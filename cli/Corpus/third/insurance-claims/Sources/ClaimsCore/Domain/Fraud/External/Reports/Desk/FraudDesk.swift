import FledgeSchema

@Schema package struct FraudReport: Sendable {
    package var claim: Int
    package var score: Int
}

/// What the fraud office tells us.
package actor FraudDesk {
    private let secret: String
    private var scores: [Int: Int] = [:]

    package init(secret: String) { self.secret = secret }

    package nonisolated func signature(of report: FraudReport) -> String {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in "\(secret)|\(report.claim)|\(report.score)".utf8 {
            sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211
        }
        return String(sum, radix: 16)
    }

    /// Keeps the worst score of a claim; whether it is the first.
    package func note(_ report: FraudReport) -> Bool {
        let before = scores[report.claim]
        scores[report.claim] = max(before ?? 0, report.score)
        return before == nil
    }
}
