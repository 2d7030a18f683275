// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

import Fledge
import ShopServices

/// The key as a handler's parameter: `Header<IdempotencyKey>` is the field `Idempotency-Key`
/// (draft-ietf-httpapi-idempotency-key-header).
extension IdempotencyKey: ParameterValue {
    package static var parameterDescription: String { "1 to 255 visible ASCII characters" }
}
