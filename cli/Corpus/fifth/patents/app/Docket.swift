/// All rights of the office, in memory.
actor Docket {
    private(set) var patents: [Int: Patent] = [:]
    private(set) var trademarks: [Int: Trademark] = [:]

    func add(_ new: NewPatent) -> Patent {
        let patent = Patent(
            id: patents.count + 1, title: new.title, country: new.country, filedAt: new.filedAt,
            grantedAt: new.grantedAt)
        patents[patent.id] = patent
        return patent
    }

    func add(_ new: NewTrademark) -> Trademark {
        let trademark = Trademark(
            id: trademarks.count + 1, word: new.word, country: new.country, filedAt: new.filedAt)
        trademarks[trademark.id] = trademark
        return trademark
    }

    func put(_ patent: Patent) { patents[patent.id] = patent }
}
