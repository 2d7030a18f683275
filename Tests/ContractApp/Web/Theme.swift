// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge

/// An enum for cookies, which take what says itself that it is a parameter.
enum Theme: String, Codable, CaseIterable, ParameterValue {
    case light, dark
}
