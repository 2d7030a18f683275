// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Preloaded into what runs inside valgrind: valgrind 3.19 writes into the mask that sigsuspend(2) is
// given, and dies of it, since libdispatch's mask for its idle main thread is constant.

#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &copy, (size_t)(_NSIG / 8));
}
