// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOHTTP1

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The paths below which `fledge dev` answers itself.
enum DevPath {
    case script, events

    init?(_ target: String) {
        switch target.split(separator: "?", maxSplits: 1).first {
        case "/__fledge/dev.js": self = .script
        case "/__fledge/dev": self = .events
        default: return nil
        }
    }
}

/// An answer that the app has no part in.
struct LocalAnswer {
    let status: HTTPResponseStatus
    let type: String
    let body: String
    var headers: HTTPHeaders = [:]

    var head: HTTPResponseHead {
        var headers = headers
        headers.add(name: "Content-Type", value: type)
        headers.add(name: "Content-Length", value: "\(body.utf8.count)")
        headers.add(name: "Cache-Control", value: "no-store")
        return HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    }

    /// Reloads pages when there is something new to show.
    static var script: LocalAnswer {
        LocalAnswer(status: .ok, type: "text/javascript; charset=utf-8", body: DevPage.script)
    }

    /// Why nobody answers: a page for people, a problem document (RFC 9457) for programs.
    static func failure(_ failure: BuildFailure, isPage: Bool, version: Int) -> LocalAnswer {
        guard isPage else { return problem(.serviceUnavailable, failure.summary, code: "no_build") }
        return LocalAnswer(
            status: .serviceUnavailable, type: "text/html; charset=utf-8",
            body: ErrorPage(failure: failure, version: version).html)
    }

    /// There is no build yet.
    static func building(version: Int) -> LocalAnswer {
        LocalAnswer(
            status: .serviceUnavailable, type: "text/html; charset=utf-8",
            body: ErrorPage.building(version: version))
    }

    /// The app is not there.
    static func gone(_ detail: String) -> LocalAnswer {
        problem(.badGateway, detail, code: "app_gone")
    }

    private struct Problem: Encodable {
        var title: String
        var status: UInt
        var detail: String
        var code: String
    }

    private static func problem(
        _ status: HTTPResponseStatus, _ detail: String, code: String
    ) -> LocalAnswer {
        let problem = Problem(
            title: status.reasonPhrase, status: status.code, detail: detail, code: code)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body =
            (try? encoder.encode(problem)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return LocalAnswer(status: status, type: "application/problem+json", body: body)
    }
}
