// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// Who asks.
///
/// The web layer finds out; the rules decide by it.
package enum Requester: Hashable, Sendable {
    /// A customer, who sees and does only what is theirs.
    case customer(User.ID)

    /// Somebody of the shop.
    case staff

    /// Whether the requester may act for a user.
    package func mayAct(for user: User.ID) -> Bool {
        self == .staff || self == .customer(user)
    }
}
