import Foundation

package struct RentalService: Sendable {
    let store: CostumeStore

    package init(store: CostumeStore) { self.store = store }

    package func all() async -> [Rental] { await store.rentals }

    package func lend(_ new: NewRental) async throws -> Rental {
        guard let costume = await store.costumes.first(where: { $0.id == new.costume }) else {
            throw RentalError.unknown
        }
        let out = await store.rentals.contains { $0.costume == costume.id && $0.returned == nil }
        guard !out else { throw RentalError.out }
        let rental = Rental(
            id: await store.rentals.count + 1, costume: costume.id, name: costume.name,
            borrower: new.borrower, value: costume.value, from: new.from, due: new.due)
        await store.append(rental)
        return rental
    }

    package func close(_ id: Int) async throws -> Rental {
        var rental = try await open(id)
        rental.returned = Date()
        await store.replace(rental)
        return rental
    }

    package func extend(_ id: Int, until due: Date) async throws -> Rental {
        var rental = try await open(id)
        guard due > rental.due else { throw RentalError.earlier }
        rental.due = due
        await store.replace(rental)
        return rental
    }

    private func open(_ id: Int) async throws -> Rental {
        guard let rental = await store.rentals.first(where: { $0.id == id && $0.returned == nil })
        else {
            throw RentalError.unknown
        }
        return rental
    }
}
