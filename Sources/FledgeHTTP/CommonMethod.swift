// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import HTTPTypes

/// A method that most requests have, as a number: comparing numbers costs less than comparing names.
///
/// The numbers are those of `RouteTable.commonMethods`.
package enum CommonMethod: Int, Sendable, CaseIterable {
    case get
    case head
    case post
    case put
    case patch
    case delete
    case options

    /// `nil` for any other method.
    package init?(_ method: Method) {
        guard let known = Self.allCases.first(where: { $0.method == method }) else { return nil }
        self = known
    }

    /// The method.
    package var method: Method {
        switch self {
        case .get: .get
        case .head: .head
        case .post: .post
        case .put: .put
        case .patch: .patch
        case .delete: .delete
        case .options: .options
        }
    }
}
