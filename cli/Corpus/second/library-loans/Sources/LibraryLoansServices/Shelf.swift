package protocol Shelf: Sendable {
    func books() async throws -> [Book]
    func add(_ title: String) async throws -> Book
    func remove(_ book: Int) async throws -> Bool
    func members() async throws -> [Member]
    func join(_ name: String) async throws -> Member
    func loan(of book: Int) async throws -> Loan?
    func keep(_ loan: Loan) async throws
    func end(_ loan: Loan, fine: Int) async throws
}

package actor InMemoryShelf: Shelf {
    private var all: [Book] = []
    private var people: [Member] = []
    private var loans: [Int: Loan] = [:]
    package init() {}

    package func books() -> [Book] { all }
    package func add(_ title: String) -> Book {
        all.append(Book(id: all.count + 1, title: title))
        return all[all.count - 1]
    }
    package func remove(_ book: Int) -> Bool {
        guard let index = all.firstIndex(where: { $0.id == book }) else { return false }
        all.remove(at: index)
        return true
    }
    package func members() -> [Member] { people }
    package func join(_ name: String) -> Member {
        people.append(Member(id: people.count + 1, name: name))
        return people[people.count - 1]
    }
    package func loan(of book: Int) -> Loan? { loans[book] }
    package func keep(_ loan: Loan) { loans[loan.book] = loan }
    package func end(_ loan: Loan, fine: Int) {
        loans[loan.book] = nil
        for index in people.indices where people[index].id == loan.member { people[index].owes += fine }
    }
}
