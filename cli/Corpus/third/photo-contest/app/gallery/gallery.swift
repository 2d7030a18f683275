import FledgeSchema

@Schema struct Photo: Equatable {
    var id: Int
    var author: String
    var title: String
    var hash: String
}

@Schema struct NewPhoto {
    @Field(.length(1...60)) var author: String
    @Field(.length(1...80)) var title: String
    @Field(.pattern("^[0-9a-f]{16}$")) var hash: String
}

enum ContestError: Error, Equatable {
    case noPhoto(Int)
    case ownPhoto
    case full
    case enough(Int)
}

/// All photos that take part.
actor Gallery {
    private var photos: [Int: Photo] = [:]
    private var last = 0
    private let limit: Int

    init(limit: Int = 3) { self.limit = limit }

    /// Enters a photo; the same one once more is the one that is there.
    func enter(_ new: NewPhoto) throws -> (Photo, isNew: Bool) {
        if let same = photos.values.first(where: { $0.hash == new.hash }) { return (same, false) }
        let own = photos.values.filter { $0.author == new.author }
        if own.count >= limit { throw ContestError.enough(limit) }
        last += 1
        let photo = Photo(id: last, author: new.author, title: new.title, hash: new.hash)
        photos[last] = photo
        return (photo, true)
    }

    func photo(_ id: Int) throws -> Photo {
        guard let photo = photos[id] else { throw ContestError.noPhoto(id) }
        return photo
    }

    func withdraw(_ id: Int) throws {
        guard photos.removeValue(forKey: id) != nil else { throw ContestError.noPhoto(id) }
    }

    func slice(_ offset: Int, _ count: Int) -> ([Photo], Int) {
        let all = photos.values.sorted { $0.id > $1.id }
        return (Array(all.dropFirst(offset).prefix(count)), all.count)
    }
}
