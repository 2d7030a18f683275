public struct MedalService: Sendable {
    public init() {}

    public func engraving(for runner: Runner, seconds: Int) -> String {
        "\(runner.name) \(seconds / 3600)h\(seconds % 3600 / 60)"
    }
}
