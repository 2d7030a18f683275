// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The same parameters, declared in their own way: waiting where the file does not.
@Controller struct InputController {
    @GET("/search") func search(
        caller: Caller?, word: String, limit: Int?, exact: Bool = false, since: Date? = nil,
        kind: Kind?, tag: [String] = [], kinds: [Kind]?, ratio: Double?, code: UUID?, grade: Grade?
    ) async -> SearchEcho {
        SearchEcho(
            word: word, limit: limit ?? 10, exact: exact, since: since, kind: kind, tags: tag,
            kinds: kinds ?? [.fish], ratio: ratio, code: code, grade: grade, caller: caller?.name)
    }

    @GET("/search/filter") func filter(query: Filter, member: Member) async throws -> Filter { query }

    @GET("/meta") func meta(
        ifMatch: Header<String>, xCount: Header<Int>?, theme: Cookie<Theme>?, session: Cookie<Int>
    ) async -> MetaEcho {
        MetaEcho(
            ifMatch: ifMatch.value, count: xCount?.value, theme: theme?.value, session: session.value)
    }
}
