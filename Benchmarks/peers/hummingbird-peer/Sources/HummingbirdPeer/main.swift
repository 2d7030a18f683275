// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Hummingbird as its documentation writes it, with what Fledge's three middlewares do and 100 other
// routes.
//
//     HummingbirdPeer --port N --threads N

import Hummingbird
import Logging
import NIOPosix

func option(_ name: String, otherwise: Int) -> Int {
    let words = CommandLine.arguments
    guard let index = words.firstIndex(of: name), index + 1 < words.count else { return otherwise }
    return Int(words[index + 1]) ?? otherwise
}

let group = MultiThreadedEventLoopGroup(numberOfThreads: option("--threads", otherwise: 1))
let app = Application(
    router: makeRouter(),
    configuration: .init(
        address: .hostname("127.0.0.1", port: option("--port", otherwise: 8080)), backlog: 4096),
    eventLoopGroupProvider: .shared(group),
    logger: Logger(label: "bench") { _ in NullSink() })
try await app.runService()
