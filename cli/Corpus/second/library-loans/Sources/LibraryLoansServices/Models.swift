import FledgeSchema

@Schema package struct Book: Hashable, Sendable {
    package let id: Int
    package let title: String
    package init(id: Int, title: String) { (self.id, self.title) = (id, title) }
}

@Schema package struct NewBook: Sendable {
    @Field(.length(1...200)) package var title: String
    package init(title: String) { self.title = title }
}

@Schema package struct Member: Hashable, Sendable {
    package let id: Int
    package let name: String
    package var owes: Int
    package init(id: Int, name: String, owes: Int = 0) { (self.id, self.name, self.owes) = (id, name, owes) }
}

@Schema package struct NewMember: Sendable {
    @Field(.length(1...80)) package var name: String
    package init(name: String) { self.name = name }
}

@Schema package struct Loan: Hashable, Sendable {
    package let book: Int
    package let member: Int
    package var due: Int
    package init(book: Int, member: Int, due: Int) { (self.book, self.member, self.due) = (book, member, due) }
}

package enum LibraryError: Error, Equatable {
    case noBook(Int)
    case noMember(Int)
    case lent(until: Int)
    case owes(Int)
}
