// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Who imports FledgeCore speaks of requests and responses, and writes field names.
@_exported public import FledgeHTTP
@_exported public import HTTPTypes
