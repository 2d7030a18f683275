# SPDX-License-Identifier: Apache-2.0
# Part of Fledge, a Swift backend framework.
"""Trials of a running server from outside: is it bounded, and does it stop well?

Each module holds trials of one kind; see `registry` for what a trial is.
"""
