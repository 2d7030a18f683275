// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Who imports FledgeCore speaks of requests and responses, writes field names, and chooses
// `TrailingSlash`.
@_exported public import FledgeHTTP
@_exported public import FledgeJSON
@_exported public import FledgeRouting
@_exported public import HTTPTypes
