import FledgeSchema

struct Petition: Equatable, Sendable {
    let slug: String
    let title: String
    let goal: Int
    var signatures = 0
}

@Schema struct Signature {
    @Field(.length(2...80)) var name: String
    @Field(.email) var email: String
}

enum PetitionError: Error, Equatable { case unknown, closed, signedBefore }

protocol Mailer: Sendable {
    func send(_ text: String, to address: String) async throws
}

actor OutboxMailer: Mailer {
    private(set) var sent: [String] = []

    func send(_ text: String, to address: String) { sent.append("\(address): \(text)") }
}

actor PetitionService {
    enum LookUp: Equatable { case found(Petition), moved(String), missing }

    private let mailer: any Mailer
    private let oldSlugs = ["save-lake": "save-the-lake"]
    private var petitions = [
        "save-the-lake": Petition(slug: "save-the-lake", title: "Save the lake", goal: 1_000)
    ]
    private var open: [String: (slug: String, email: String)] = [:]
    private var signed: Set<String> = []

    init(mailer: any Mailer) { self.mailer = mailer }

    func all() -> [Petition] { petitions.values.sorted { $0.slug < $1.slug } }

    func look(up slug: String) -> LookUp {
        if let petition = petitions[slug] { return .found(petition) }
        return oldSlugs[slug].map { .moved($0) } ?? .missing
    }

    func sign(_ slug: String, _ signature: Signature) async throws {
        guard let petition = petitions[slug] else { throw PetitionError.unknown }
        guard petition.signatures < petition.goal else { throw PetitionError.closed }
        let email = signature.email.lowercased()
        guard !signed.contains("\(slug) \(email)") else { throw PetitionError.signedBefore }
        let token = "t\(open.count + 1)"
        open[token] = (slug, email)
        try await mailer.send("Confirm: /p/\(slug)/confirm/\(token)", to: email)
    }

    /// Counts a signature whose address is real; nil for a link that does not count any more.
    func confirm(_ token: String) -> Int? {
        guard let (slug, email) = open.removeValue(forKey: token),
            signed.insert("\(slug) \(email)").inserted
        else { return nil }
        petitions[slug]?.signatures += 1
        return petitions[slug]?.signatures
    }
}
