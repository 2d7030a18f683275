/// The titles that the station may play, with their lengths.
package struct TrackLibrary: Sendable {
    private let lengths: [String: Int]

    package init(_ lengths: [String: Int] = ["Jingle": 12, "Station Song": 214]) {
        self.lengths = lengths
    }

    func seconds(of title: String) -> Int? { lengths[title] }
}
