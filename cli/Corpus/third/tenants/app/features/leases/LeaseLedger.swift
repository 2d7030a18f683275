actor LeaseLedger {
    private var leases: [Int: Lease] = [:]

    func sign(_ new: NewLease) throws -> Lease {
        guard !leases.values.contains(where: { $0.flat == new.flat }) else {
            throw LeaseError.taken(new.flat)
        }
        let lease = Lease(
            id: leases.count + 1, tenant: new.tenant, flat: new.flat, rent: new.rent, months: 0, late: 0)
        leases[lease.id] = lease
        return lease
    }

    func lease(_ id: Int) throws -> Lease {
        guard let lease = leases[id] else { throw LeaseError.unknown(id) }
        return lease
    }

    func all() -> [Lease] { leases.values.sorted { $0.id < $1.id } }

    func month(_ id: Int, isLate: Bool) throws -> Lease {
        var lease = try lease(id)
        lease.months += 1
        if isLate { lease.late += 1 }
        leases[id] = lease
        return lease
    }

    func setRent(_ id: Int, _ rent: Int) throws -> Lease {
        var lease = try lease(id)
        lease.rent = rent
        leases[id] = lease
        return lease
    }
}
