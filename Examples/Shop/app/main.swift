// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

// The composition root. Whatever is wrong is reported here, before the socket opens.
await serve {
    let environment = try Environment.load()
    let services = try await Services(environment: environment)
    return makeApp(services: services, environment: environment)
}
