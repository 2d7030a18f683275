// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Finds what somebody may have meant.
package enum SimilarNames {
    /// The candidate with the smallest edit distance to `name`, if it is near enough to be a typo.
    ///
    /// The `limit` is the largest distance: half the length of the name unless told, which suits a
    /// handful of candidates.
    package static func closest(
        to name: String, in candidates: [String], within limit: Int? = nil
    ) -> String? {
        candidates
            .map {
                (
                    candidate: $0,
                    distance: distance(Array(name.lowercased()), Array($0.lowercased()))
                )
            }
            .filter { $0.distance <= limit ?? max(1, name.count / 2) }
            .min { $0.distance < $1.distance }?
            .candidate
    }

    /// Levenshtein's distance, one row at a time.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let substitution = diagonal + (character == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
