// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import NIOHTTP1

/// Where our parser and llhttp differ, and the rule that explains it.
enum SecondOpinion {
    enum Judgement: Hashable {
        case same
        case explained(String)
        case unexplained(String)
    }

    static func judge(_ stream: [UInt8]) -> Judgement {
        let ours = ParserVerdict(of: [stream])
        let theirs = LLHTTPVerdict(of: stream)
        for (our, their) in zip(ours.requests, theirs.requests) {
            let judgement = judge(our, their)
            if judgement != .same { return judgement }
        }
        let (ourCount, theirCount) = (ours.requests.count, theirs.requests.count)
        if theirCount > ourCount || ours.refusal != nil && theirs.error == nil {
            return judgeOurRefusal(stream)
        }
        if ourCount > theirCount || ours.refusal == nil && theirs.error != nil {
            return judgeTheirRefusal(stream, ours.requests, theirs)
        }
        return .same
    }

    // MARK: Both accept

    private static func judge(
        _ our: ParsedRequest, _ their: LLHTTPVerdict.Request
    ) -> Judgement {
        if our.method != their.method { return .unexplained("another method") }
        if our.authority == nil, our.pathAndQuery != their.target {
            return .unexplained("another target")
        }
        if let body = our.body, their.isComplete, body != their.body {
            return .unexplained("another body")
        }
        if our.fields == their.fields { return .same }
        let trimmed = their.fields.map { Ascii.text(Ascii.trimmed(Array($0.utf8))) }
        return our.fields == trimmed
            ? .explained("llhttp keeps tabs at the end of a value") : .unexplained("other fields")
    }

    // MARK: llhttp goes on where we refuse

    /// What llhttp has no rule for.
    ///
    /// All other rules are its own too: a stream that breaks one of those and passes it is a
    /// difference that nobody has explained.
    private static let lenient: [Rule: String] = [
        .missingHost: "leaves Host to the server",
        .invalidHost: "leaves Host to the server",
        .repeatedField: "knows no field that may stand once but Content-Length",
        .unknownExpectation: "leaves Expect to the server",
        .targetForm: "takes any target that begins like one",
        .targetByte: "takes a fragment apart instead of refusing it",
        .pathEscape: "does not decode",
        .connect: "is also the parser of proxies",
        .notThreeParts: "skips spaces before the version, and has HTTP/0.9",
        .versionMalformed: "has the protocols ICE and RTSP",
        .versionUnsupported: "has HTTP/2.0, for its preface",
        .methodTooLong: "reads methods it knows and refuses all others",
        .encodingUnsupported: "leaves codings other than chunked to the server",
        .encodingMalformed: "looks for the word chunked at the end only",
        .encodingInHTTP10: "does not look at the version",
        .chunkExtension: "takes empty extensions",
        .chunkExtensionsTooLong: "has no bounds",
        .chunkOverhead: "has no bounds",
        .forbiddenTrailer: "leaves trailers to the server",
        .requestLineTooLong: "has no bounds",
        .fieldTooLong: "has no bounds",
        .fieldsTooLong: "has no bounds",
        .tooManyFields: "has no bounds",
        .trailersTooLong: "has no bounds",
        .tooManyEmptyLines: "skips any number of CR and LF before a request",
    ]

    private static func judgeOurRefusal(_ stream: [UInt8]) -> Judgement {
        var broken = ReferenceParser.verdict(of: stream).broken
        // We refused before the line was complete, so complete it.
        if broken.isEmpty {
            broken = ReferenceParser.verdict(of: stream + Array("\r\n\r\n".utf8)).broken
        }
        let names = broken.map(\.rawValue).sorted().joined(separator: ", ")
        if broken.contains(.bareLineFeed) || broken.contains(.bareCarriageReturn) {
            let rest = unread(stream)
            if rest.first == Ascii.lf || rest.first == Ascii.cr {
                return .explained("llhttp skips any CR and LF before a request")
            }
            return isHTTP09(rest)
                ? .explained("llhttp has HTTP/0.9, whose line may end with LF")
                : .unexplained("llhttp accepts, though broken is \(names)")
        }
        // Content-Length beside a coding that is not chunked passes; beside chunked it does not.
        let isCoded = !broken.isDisjoint(with: [.encodingUnsupported, .encodingMalformed])
        if isCoded { broken.remove(.lengthAndEncoding) }
        let reasons = Set(broken.compactMap { lenient[$0] })
        let isExplained = !broken.isEmpty && broken.allSatisfy { lenient[$0] != nil }
        return isExplained
            ? .explained("llhttp \(reasons.sorted().joined(separator: "; "))")
            : .unexplained("llhttp accepts, though broken is \(names)")
    }

    /// What is left of the stream where the next request should begin.
    private static func unread(_ stream: [UInt8]) -> ArraySlice<UInt8> {
        var parser = ReferenceParser(limits: Limits(), rest: stream[...])
        while (try? parser.readRequest()) != nil {}
        return parser.rest
    }

    /// A method and a target, and then an LF.
    private static func isHTTP09(_ rest: ArraySlice<UInt8>) -> Bool {
        let line = rest.prefix { $0 != Ascii.lf }
        return line.count < rest.count && line.split(separator: Ascii.space).count == 2
    }

    // MARK: llhttp refuses what we accept

    private static func judgeTheirRefusal(
        _ stream: [UInt8], _ ours: [ParsedRequest], _ theirs: LLHTTPVerdict
    ) -> Judgement {
        let next = theirs.requests.count
        let isKeptOpen = ours.prefix(next).allSatisfy(\.keepsAlive)
        if theirs.error == .closedConnection || theirs.error == nil, !isKeptOpen {
            return .explained("llhttp reads nothing after Connection: close")
        }
        if next < ours.count, let rule = refusedByRule(ours[next], theirs.error) {
            return .explained(rule)
        }
        if let rule = refusedByRule(stream, theirs.error) { return .explained(rule) }
        if theirs.error == .strictModeAssertion || theirs.error == .invalidChunkSize {
            return .explained("llhttp takes no spaces in chunk extensions")
        }
        // llhttp refused before a line or a head was complete, and nothing can complete it.
        let isHopeless = Agreement.completions.allSatisfy {
            let verdict = ReferenceParser.verdict(of: stream + $0)
            return verdict.isRefused && verdict.requests.count <= ours.count
        }
        return isHopeless
            ? .explained("llhttp is earlier")
            : .unexplained("llhttp refuses: \(theirs.error.map { "\($0)" } ?? "in silence")")
    }

    /// Rules that show before the request is complete.
    private static func refusedByRule(
        _ stream: [UInt8], _ error: HTTPParserError?
    ) -> String? {
        let rest = unread(stream).drop { $0 == Ascii.lf || $0 == Ascii.cr }
        let method = Ascii.text(rest.prefix { $0 != Ascii.space })
        if error == .invalidMethod, HTTPMethod(rawValue: method).isRaw {
            return "llhttp has a list of methods"
        }
        if error == .invalidContentLength, stream.contains(Ascii.tab) {
            return "llhttp takes no tab around a length"
        }
        return nil
    }

    private static func refusedByRule(
        _ request: ParsedRequest, _ error: HTTPParserError?
    ) -> String? {
        switch error {
        case .invalidConstant where ["ANNOUNCE", "SOURCE"].contains(request.method):
            "llhttp keeps methods of RTSP and ICE to these protocols"
        case .invalidVersion where request.version == "1.1":
            "llhttp knows no minor version above 1"
        default: nil
        }
    }
}

extension HTTPMethod {
    /// Whether NIO has no name for it.
    fileprivate var isRaw: Bool {
        if case .RAW = self { true } else { false }
    }
}
