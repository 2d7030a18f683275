// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Route struct SearchRoute {
    /// One of each kind of parameter that a query can have.
    func GET(
        word: String, limit: Int = 10, exact: Bool = false, since: Date?, kind: Kind?, tag: [String],
        kinds: [Kind] = [.fish], ratio: Double?, code: UUID?, grade: Grade?, caller: Caller?
    ) -> SearchEcho {
        SearchEcho(
            word: word, limit: limit, exact: exact, since: since, kind: kind, tags: tag, kinds: kinds,
            ratio: ratio, code: code, grade: grade, caller: caller?.name)
    }
}
