// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#pragma once

#include <libpq-fe.h>

// Swift's module of the C library leaves epoll out.
#ifdef __linux__
#include <sys/epoll.h>
#endif
