/// Draws lots for the places along the wall.
struct PitchService: Sendable {
    func draw(_ stalls: [Stall], seed: Int) -> [Stall] {
        stalls.sorted { ($0.id &* 7919 &+ seed) % 1009 < ($1.id &* 7919 &+ seed) % 1009 }
    }
}
