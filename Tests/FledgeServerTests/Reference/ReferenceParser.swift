// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore

/// A slow, obvious parser of HTTP/1.1 requests, written from the RFCs and not from `RequestParser`.
///
/// It has the whole stream in an array, takes it apart line by line, copies without thought, and
/// collects every rule that a line or a head breaks. It is the judge of the real parser in the
/// property test and under the fuzzers, so it must be right by reading it. It shares no code with
/// what it judges.
struct ReferenceParser {
    /// Why it stops.
    enum Stop: Error {
        case needsMore
        case refused(Set<Rule>)
    }

    let limits: Limits
    var rest: ArraySlice<UInt8>
    var requests: [ParsedRequest] = []

    static func verdict(of stream: [UInt8], limits: Limits = Limits()) -> ReferenceVerdict {
        var parser = ReferenceParser(limits: limits, rest: stream[...])
        while true {
            do throws(Stop) {
                try parser.readRequest()
            } catch {
                var verdict = ReferenceVerdict(requests: parser.requests)
                if case .refused(let broken) = error { verdict.broken = broken }
                return verdict
            }
        }
    }

    mutating func readRequest() throws(Stop) {
        let head = try readHead()
        requests.append(head.request)
        let body: [UInt8]
        switch head.framing {
        case .none: body = []
        case .length(let length): body = try take(length)
        case .chunked: body = try readChunkedBody()
        }
        requests[requests.count - 1].body = body
    }

    /// The next `count` bytes, all of them or none.
    mutating func take(_ count: Int) throws(Stop) -> [UInt8] {
        guard rest.count >= count else { throw .needsMore }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    /// The next line without its CR LF.
    ///
    /// - Parameters:
    ///   - limit: How long it may be.
    ///   - tooLong: The rule that a longer one breaks.
    ///   - alsoBroken: Rules of the same head that are broken already. Which of all these is
    ///     reported is open.
    ///   - check: The rules that the line breaks.
    /// - Returns: The line, which breaks none.
    /// - Throws: What it breaks, or that it is not there yet.
    mutating func readLine(
        limit: Int, _ tooLong: Rule, alsoBroken: Set<Rule> = [], check: ([UInt8]) -> Set<Rule>
    ) throws(Stop) -> [UInt8] {
        let end = zip(rest.indices, rest.indices.dropFirst())
            .first { rest[$0] == Ascii.cr && rest[$1] == Ascii.lf }?.0
        let line = Array(rest[..<(end ?? rest.endIndex)])
        // Without an end, it is too long for certain when not even the CR LF could still fit.
        let isTooLong = line.count > (end == nil ? limit + 2 : limit)
        guard end != nil || isTooLong else { throw .needsMore }
        var broken = Ascii.brokenRules(line).union(check(line))
        if isTooLong { broken.insert(tooLong) }
        guard broken.isEmpty else { throw .refused(broken.union(alsoBroken)) }
        rest = rest.dropFirst(line.count + 2)
        return line
    }
}
