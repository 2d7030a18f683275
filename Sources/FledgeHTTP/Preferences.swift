// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The list behind `Accept`, `Accept-Encoding` and `Accept-Language`: what a client would like, each
/// with a quality (RFC 9110 12.4.2), and the one rule that picks the best offer from it.
///
/// The rule is that of the `negotiator` package, which Express and Koa use. For each offer the most
/// specific element counts, then the one of higher quality, then the later one. Among the offers
/// wins the higher quality; what decides between equals is the ``Tie``.
struct Preferences<Element: Sendable>: Sendable {
    /// Who decides between offers of the same quality.
    enum Tie {
        /// The client: the more specific element, then the earlier one, then the earlier offer.
        case client
        /// The server: the earlier offer.
        case server
    }

    /// One element of the list.
    struct Entry: Sendable {
        let element: Element
        /// 0 to 1; 0 means "not this".
        let quality: Double
    }

    /// How many elements are read; browsers send fewer than ten.
    static var maximumCount: Int { 100 }

    private(set) var entries: [Entry] = []

    /// Reads a field value; malformed elements are skipped.
    ///
    /// - Parameters:
    ///   - fieldValue: The value of the field.
    ///   - makeElement: Makes an element from what stands before the first `;` and from the
    ///     parameters before the quality, or nil if it is malformed.
    init(
        _ fieldValue: String,
        makeElement: (_ head: Substring, _ parameters: ArraySlice<MediaType.Parameter>) -> Element?
    ) {
        for text in FieldGrammar.listElements(fieldValue).prefix(Self.maximumCount) {
            var scanner = FieldScanner(text)
            let head = scanner.take { $0 != UInt8(ascii: ";") && !FieldGrammar.isWhitespace($0) }
            guard let parameters = scanner.parameters() else { continue }
            // What follows the quality are extensions nobody ever used; RFC 9110 dropped them.
            let end = parameters.firstIndex { $0.name == "q" }
            guard let quality = end.map({ Self.parseQuality(parameters[$0].value) }) ?? 1,
                let element = makeElement(head, parameters[..<(end ?? parameters.endIndex)])
            else { continue }
            entries.append(Entry(element: element, quality: quality))
        }
    }

    mutating func append(_ element: Element, quality: Double) {
        entries.append(Entry(element: element, quality: quality))
    }

    /// The quality of one offer: 0 if no element speaks of it.
    func quality(specificity: (Element) -> Int?) -> Double {
        match(specificity: specificity)?.quality ?? 0
    }

    /// The offer the client likes best, or nil if it accepts none of them.
    func best<Offer>(
        of offers: [Offer], tie: Tie, specificity: (Element, Offer) -> Int?
    ) -> Offer? {
        var best: (offer: Offer, match: Match)?
        for offer in offers {
            guard let match = match(specificity: { specificity($0, offer) }), match.quality > 0
            else { continue }
            guard let current = best?.match else {
                best = (offer, match)
                continue
            }
            let isBetter =
                switch tie {
                case .client:
                    (match.quality, match.specificity, -match.order)
                        > (current.quality, current.specificity, -current.order)
                case .server: match.quality > current.quality
                }
            if isBetter { best = (offer, match) }
        }
        return best?.offer
    }

    private typealias Match = (specificity: Int, quality: Double, order: Int)

    private func match(specificity: (Element) -> Int?) -> Match? {
        var best: Match?
        for (order, entry) in entries.enumerated() {
            guard let specificity = specificity(entry.element) else { continue }
            let match = (specificity: specificity, quality: entry.quality, order: order)
            if let current = best, match < current { continue }
            best = match
        }
        return best
    }

    /// A `qvalue`, which is 0 to 1 with up to three decimals; nil for anything else.
    private static func parseQuality(_ text: String) -> Double? {
        var scanner = FieldScanner(text)
        guard let whole = scanner.number(digits: 1), whole <= 1 else { return nil }
        var thousandths = whole * 1000
        if scanner.skip(UInt8(ascii: ".")) {
            for weight in [100, 10, 1] where !scanner.isAtEnd {
                guard let digit = scanner.number(digits: 1) else { return nil }
                thousandths += digit * weight
            }
        }
        guard scanner.isAtEnd, thousandths <= 1000 else { return nil }
        return Double(thousandths) / 1000
    }
}
