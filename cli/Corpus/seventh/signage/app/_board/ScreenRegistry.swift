/// Which screens there are.
actor ScreenRegistry {
    private var screens: [String: Screen] = [:]

    /// True if the screen is new.
    func register(_ name: String, _ screen: Screen) -> Bool {
        screens.updateValue(screen, forKey: name) == nil
    }

    func find(_ name: String) -> Screen? { screens[name] }
}
