import FledgeSchema

@Schema struct Show: Equatable {
    var slug: String
    var title: String
    var owner: String
    var episodes: [Episode] = []
}

@Schema struct Episode: Equatable {
    var number: Int
    var title: String
    var seconds: Int
    var isExplicit: Bool = false
}

@Schema struct NewShow {
    @Field(.length(1...100)) var title: String
}

@Schema struct NewEpisode {
    @Field(.length(1...140)) var title: String
    @Field(.range(1...36_000)) var seconds: Int
    var isExplicit: Bool = false
}

enum ShowError: Error, Equatable {
    case noShow(String)
    case noEpisode(Int)
    case notYours
}

actor ShowCatalog {
    private var shows: [String: Show] = [:]

    /// Makes a show; its slug is made of its title, and of a number when it is taken.
    func create(_ new: NewShow, owner: String) -> Show {
        let base = String(
            new.title.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
        var slug = base
        var number = 2
        while shows[slug] != nil {
            slug = "\(base)-\(number)"
            number += 1
        }
        let show = Show(slug: slug, title: new.title, owner: owner)
        shows[slug] = show
        return show
    }

    func first(_ slug: String) throws -> Show {
        guard let show = shows[slug] else { throw ShowError.noShow(slug) }
        return show
    }

    func all() -> [Show] { shows.values.sorted { $0.title < $1.title } }

    func publish(_ new: NewEpisode, in slug: String, by user: String) throws -> Episode {
        var show = try first(slug)
        guard show.owner == user else { throw ShowError.notYours }
        let episode = Episode(
            number: show.episodes.count + 1, title: new.title, seconds: new.seconds,
            isExplicit: new.isExplicit)
        show.episodes.append(episode)
        shows[slug] = show
        return episode
    }

    func episode(_ number: Int, of slug: String) throws -> Episode {
        guard let found = try first(slug).episodes.first(where: { $0.number == number }) else {
            throw ShowError.noEpisode(number)
        }
        return found
    }
}
