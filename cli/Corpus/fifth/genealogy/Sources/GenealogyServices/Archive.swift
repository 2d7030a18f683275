/// Everything the family knows, in one place.
package actor Archive {
    var persons: [Int: Person] = [:]
    var sources: [Int: Source] = [:]
    private var last = 0

    package init() {}

    func nextID() -> Int {
        last += 1
        return last
    }

    func put(_ person: Person) { persons[person.id] = person }
    func put(_ source: Source) { sources[source.id] = source }
    func removePerson(_ id: Int) -> Bool { persons.removeValue(forKey: id) != nil }
    func removeSource(_ id: Int) -> Bool { sources.removeValue(forKey: id) != nil }
}
