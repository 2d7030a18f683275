// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// A regular expression that is matched in time linear in the text, whatever the pattern.
///
/// The front door of this module.
public enum Pattern {}
