/// Writes a quantity as the shelf labels have it.
struct Quantity {
    let count: Int

    var text: String { count == 1 ? "1 piece" : "\(count) pieces" }
}
