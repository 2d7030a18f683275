import Foundation

/// Finds lorries that drive together.
struct ConvoyService: Sendable {
    func convoys(_ passages: [Passage]) -> [[Passage]] {
        passages.reduce(into: []) { groups, passage in
            if let last = groups.last?.last, passage.at.timeIntervalSince(last.at) < 20 {
                groups[groups.count - 1].append(passage)
            } else {
                groups.append([passage])
            }
        }
    }
}
