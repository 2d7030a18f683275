// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The server of `scripts/trial`, which tries the bounds of the framework from outside.

import FledgeCore
import FledgeServer

let arguments = Arguments(CommandLine.arguments.dropFirst())
await serve(port: arguments.port, threads: arguments.threads) {
    let app = App()
    if let connections = arguments.connections { app.limits.connections = connections }
    mountTrials(on: app)
    return app
}
