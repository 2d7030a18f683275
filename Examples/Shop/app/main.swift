// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

// The composition root: settings, services, app. Everything that can be wrong is reported here, at
// once, before the socket opens.
let environment = try Environment.load()
let services = try await Services(environment: environment)
try await makeApp(services: services, environment: environment).listen()
