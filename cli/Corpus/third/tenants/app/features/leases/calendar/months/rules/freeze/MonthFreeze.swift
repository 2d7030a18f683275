/// No rent is changed in December.
struct MonthFreeze: Sendable {
    var frozen: Set<Int> = [12]

    func check(month: Int) throws {
        if frozen.contains(month) { throw LeaseError.frozen }
    }
}
