// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Nothing of its own: this target makes SwiftPM build what the parsers import.
@_exported import HTTPTypes
@_exported import NIOCore
