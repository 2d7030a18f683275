// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// The difference of two texts, as `diff -u` writes it.
enum UnifiedDiff {
    /// - Parameter change: A file.
    /// - Returns: Its hunks with three lines around each, below its name.
    static func text(_ change: FileChange) -> String {
        let rows = rows(lines(change.old ?? ""), lines(change.new))
        let from = change.old == nil ? "/dev/null" : "a/\(change.path)"
        let hunks = hunks(rows).map { hunk($0, of: rows) }
        return "--- \(from)\n+++ b/\(change.path)\n" + hunks.joined()
    }

    private struct Row {
        var mark: Character
        var text: Substring
        var old: Int
        var new: Int
    }

    private static func lines(_ text: String) -> [Substring] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func rows(_ old: [Substring], _ new: [Substring]) -> [Row] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var rows: [Row] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                rows.append(Row(mark: "-", text: old[left], old: left, new: right))
                left += 1
            } else if inserted.contains(right) {
                rows.append(Row(mark: "+", text: new[right], old: left, new: right))
                right += 1
            } else {
                rows.append(Row(mark: " ", text: old[left], old: left, new: right))
                left += 1
                right += 1
            }
        }
        return rows
    }

    /// Ranges of rows with what changes, and three rows around it.
    private static func hunks(_ rows: [Row]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for number in rows.indices where rows[number].mark != " " {
            let range = max(0, number - 3)..<min(rows.count, number + 4)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private static func hunk(_ range: Range<Int>, of rows: [Row]) -> String {
        let part = rows[range]
        guard let first = part.first else { return "" }
        let old = part.count { $0.mark != "+" }
        let new = part.count { $0.mark != "-" }
        let start = { (number: Int, count: Int) in count == 0 ? number : number + 1 }
        let head = "@@ -\(start(first.old, old)),\(old) +\(start(first.new, new)),\(new) @@\n"
        return head + part.map { "\($0.mark)\($0.text)\n" }.joined()
    }
}
