// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import NIOCore
import NIOHTTP1

/// A request on its way, and what is known of its answer.
///
/// Belongs to the event loop of its connection.
final class Exchange {
    /// Between attempts to reach a build that is going away.
    static let pause = TimeAmount.milliseconds(20)

    let head: HTTPRequestHead
    /// What the pages of the build that answers will show.
    var version: Int
    var target: Backend.Target?
    var isRequestComplete = false
    var isLogged = true
    /// The answer's, when its head is known.
    private(set) var status: Int?
    private(set) var isEndless = false
    private(set) var keepsAlive: Bool
    var stopWatching: (@Sendable () -> Void)?
    private var injector: ScriptInjector?
    private var attempts = 0
    private let started = ContinuousClock.now

    init(_ head: HTTPRequestHead, version: Int) {
        self.head = head
        self.version = version
        keepsAlive = head.isKeepAlive && head.version == .http1_1
    }

    /// Whether a browser wants to show the answer to a person.
    var isPage: Bool {
        guard head.method == .GET || head.method == .HEAD else { return false }
        if let mode = head.headers.first(name: "Sec-Fetch-Mode") { return mode == "navigate" }
        return head.headers.first(name: "Accept")?.lowercased().hasPrefix("text/html") ?? false
    }

    private var hasBody: Bool {
        head.headers.contains(name: "Transfer-Encoding")
            || head.headers.first(name: "Content-Length").map { $0 != "0" } ?? false
    }

    /// True a few hundred times: a build that is gone is known to be within seconds.
    var canTryAgain: Bool {
        attempts += 1
        return attempts < 250
    }

    /// What the app gets: the same head, for this one connection.
    var forwardedHead: HTTPRequestHead {
        var head = head
        head.headers.removeHopByHop()
        head.headers.add(name: "Connection", value: "close")
        if isPage {
            // A page gets our script, so it must come whole, in plain bytes, and not from a cache.
            for name in ["Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range"] {
                head.headers.remove(name: name)
            }
        }
        head.version = .http1_1
        return head
    }

    /// Takes the head of the answer.
    ///
    /// - Returns: What the client gets.
    func answered(_ answer: HTTPResponseHead) -> HTTPResponseHead {
        var answer = answer
        status = Int(answer.status.code)
        answer.headers.removeHopByHop()
        // Of a body that is answered early, nobody waits for the end to find the next request.
        if !isRequestComplete, hasBody { keepsAlive = false }
        if !keepsAlive { answer.headers.add(name: "Connection", value: "close") }
        if head.version == .http1_0 { answer.version = .http1_0 }
        let type = answer.headers.first(name: "Content-Type")?.lowercased() ?? ""
        isEndless = type.hasPrefix("text/event-stream")
        if target != nil, head.method == .GET, type.hasPrefix("text/html"),
            answer.headers.first(name: "Content-Encoding") == nil, answer.status.mayHaveResponseBody
        {
            injector = ScriptInjector(version: version)
            injector?.prepare(&answer.headers)
        }
        return answer
    }

    /// What the client gets of a piece of the body.
    func body(_ bytes: ByteBuffer) -> ByteBuffer? {
        guard injector != nil else { return bytes }
        return injector?.add(bytes)
    }

    /// What the client gets at the end of the body.
    func rest() -> ByteBuffer? { injector?.finish() }

    var line: RequestLine {
        RequestLine(
            method: head.method.rawValue, target: head.uri, status: status ?? 0,
            duration: started.duration(to: .now))
    }
}

extension HTTPHeaders {
    /// Takes away what is between two neighbours (RFC 9110, 7.6.1).
    mutating func removeHopByHop() {
        for name in self[canonicalForm: "Connection"] { remove(name: String(name)) }
        for name in ["Connection", "Keep-Alive", "Proxy-Connection", "Upgrade", "TE"] {
            remove(name: name)
        }
    }
}

extension HTTPResponseStatus {
    fileprivate var mayHaveResponseBody: Bool { code != 204 && code != 304 && code >= 200 }
}
