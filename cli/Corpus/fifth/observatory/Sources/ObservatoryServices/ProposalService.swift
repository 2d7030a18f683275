package actor ProposalService {
    private var proposals: [Proposal] = []
    private var isClosed = false

    package init() {}

    package func submit(_ new: NewProposal) throws -> Proposal {
        guard !isClosed else { throw ProposalError.closed }
        let proposal = Proposal(
            id: proposals.count + 1, title: new.title, target: new.target, hours: new.hours)
        proposals.append(proposal)
        return proposal
    }

    package func grade(_ id: Int, _ grade: Int) throws -> Proposal {
        guard let index = proposals.firstIndex(where: { $0.id == id }) else {
            throw ProposalError.unknown(id)
        }
        guard proposals[index].grades.count < 3 else { throw ProposalError.gradedEnough(id) }
        proposals[index].grades.append(grade)
        return proposals[index]
    }

    package func find(_ id: Int) throws -> Proposal {
        guard let proposal = proposals.first(where: { $0.id == id }) else {
            throw ProposalError.unknown(id)
        }
        return proposal
    }

    package func close() { isClosed = true }

    /// The best first; those without a grade are not among them.
    package func ranking() -> [Proposal] {
        proposals.filter { $0.grade != nil }
            .sorted { ($0.grade ?? 0, $1.id) > ($1.grade ?? 0, $0.id) }
    }

    package func page(_ page: Int, size: Int) -> (items: [Proposal], pages: Int) {
        let items = proposals.dropFirst((page - 1) * size).prefix(size)
        return (Array(items), (proposals.count + size - 1) / size)
    }
}
