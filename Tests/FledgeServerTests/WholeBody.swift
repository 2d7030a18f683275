// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import FledgeCore
import FledgeHTTP

/// A controller whose synchronous handler takes the body, so that the server reads it first.
struct WholeBody: Controller {
    static func register(on routes: ControllerRoutes<Self>) {
        let body = HandlerParameter("body", [UInt8].self, .body)
        routes.on(.init(.post, handler: "WholeBody.count", parameters: [body])) { _, input in
            "\(try input.body([UInt8].self).count)"
        }
    }
}
