# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""What stands behind scripts/fuzz: building the parsers instrumented, running libFuzzer on them."""
