# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""The tools behind `scripts/bench`: servers, load, rounds, tables, charts, thresholds."""
