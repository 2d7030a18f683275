package actor CostumeStore {
    var costumes: [Costume] = []
    var rentals: [Rental] = []

    package init() {}

    func append(_ costume: Costume) { costumes.append(costume) }
    func append(_ rental: Rental) { rentals.append(rental) }

    func replace(_ rental: Rental) {
        rentals = rentals.map { $0.id == rental.id ? rental : $0 }
    }

    func wear(_ id: Int, to wear: Int) {
        costumes = costumes.map { costume in
            var costume = costume
            if costume.id == id { costume.wear = wear }
            return costume
        }
    }
}
