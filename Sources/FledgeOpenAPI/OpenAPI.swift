// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// OpenAPI 3.1 of a built app.
///
/// The front door of this module.
public enum OpenAPI {}
