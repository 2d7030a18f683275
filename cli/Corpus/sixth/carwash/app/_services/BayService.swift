/// Which bay a car drives into.
struct BayService: Sendable {
    let count: Int

    func next(after bay: Int) -> Int { bay % count + 1 }
}
