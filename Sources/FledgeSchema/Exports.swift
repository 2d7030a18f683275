// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Who declares a type with `@Schema` speaks of readers, writers, rules and violations. They are in a
// module without macros, so that what only reads and writes JSON does not compile swift-syntax.
@_exported public import FledgeJSON
