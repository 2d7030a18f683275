// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeServer

let arguments = Arguments(CommandLine.arguments.dropFirst())
await serve(port: arguments.port, threads: arguments.threads) {
    let app = App()
    if arguments.echoes {
        mountEcho(on: app)
    } else {
        mountBenchmarks(on: app, otherRoutes: arguments.otherRoutes)
    }
    return app
}
