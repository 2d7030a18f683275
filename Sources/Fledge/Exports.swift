// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// `import Fledge` is all that an app writes. FledgeCore brings FledgeHTTP, and of swift-http-types
// what names requests and responses.
@_exported public import FledgeCore
@_exported public import FledgeMiddleware
@_exported public import FledgeOpenAPI
@_exported public import FledgeSchema
@_exported public import FledgeServer

// Of the router, what an app meets: places in listings, the slash policy, URL building.
@_exported public import struct FledgeRouting.CodeLocation
@_exported public import struct FledgeRouting.RoutePathError
@_exported public import enum FledgeRouting.TrailingSlash
