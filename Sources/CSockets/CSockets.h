// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

#pragma once

// What Swift's modules of the C library leave out, and what Swift cannot call.
#ifdef __linux__
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// Declared by the system for who defines _GNU_SOURCE, which changes other types that Swift knows.
extern int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);
extern int pthread_setname_np(pthread_t thread, const char *name);

// recv and send, without what the C library does around them so that pthread_cancel can end a thread
// in the middle of one: two locked instructions each time, in a process with several threads.
static inline ssize_t fledge_recv(int socket, void *bytes, size_t count) {
    return syscall(SYS_recvfrom, (long)socket, bytes, count, 0L, (void *)0, (void *)0);
}

static inline ssize_t fledge_send(int socket, const void *bytes, size_t count) {
    return syscall(SYS_sendto, (long)socket, bytes, count, (long)MSG_NOSIGNAL, (void *)0, 0L);
}
#endif
