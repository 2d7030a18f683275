// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The limit: what the sockets alone cost. It looks for the end of each head and sends fixed bytes
// for it; it parses nothing, so it is no web server, and nothing that parses can be faster.
//
//     epoll --port N --threads N

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { EVENTS = 256, READ_SIZE = 16384, MAX_PIPELINED = 64 };

static const char ANSWER[] =
    "HTTP/1.1 200 OK\r\n"
    "content-type: text/plain; charset=utf-8\r\n"
    "content-length: 13\r\n"
    "date: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
    "\r\n"
    "Hello, World!";
enum { ANSWER_SIZE = sizeof ANSWER - 1 };

static int port = 8080;
static char answers[ANSWER_SIZE * MAX_PIPELINED];

static void fail(const char *what) {
    perror(what);
    exit(EXIT_FAILURE);
}

static int listening_socket(void) {
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (fd < 0) fail("socket");
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (bind(fd, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
    if (listen(fd, 4096) < 0) fail("listen");
    return fd;
}

static void watch(int poller, int fd) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    if (epoll_ctl(poller, EPOLL_CTL_ADD, fd, &event) < 0) fail("epoll_ctl");
}

static void accept_all(int poller, int listener) {
    int fd, on = 1;
    while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        watch(poller, fd);
    }
}

// A head that is cut between two reads is not found. The load generator sends whole heads, and
// state for each connection is just what this program is there to leave out.
static int heads_in(const char *bytes, ssize_t count) {
    int heads = 0;
    const char *end = bytes + count, *found;
    while ((found = memmem(bytes, end - bytes, "\r\n\r\n", 4)) != NULL) {
        heads += 1;
        bytes = found + 4;
    }
    return heads;
}

static void answer(int fd) {
    char buffer[READ_SIZE];
    ssize_t count = read(fd, buffer, sizeof buffer);
    if (count == 0 || (count < 0 && errno != EAGAIN)) {
        close(fd);
        return;
    }
    for (int heads = count > 0 ? heads_in(buffer, count) : 0; heads > 0; heads -= MAX_PIPELINED) {
        size_t size = ANSWER_SIZE * (size_t)(heads < MAX_PIPELINED ? heads : MAX_PIPELINED);
        if (write(fd, answers, size) != (ssize_t)size) {
            close(fd);
            return;
        }
    }
}

static void *serve(void *unused) {
    int poller = epoll_create1(0), listener = listening_socket();
    struct epoll_event events[EVENTS];
    if (poller < 0) fail("epoll_create1");
    watch(poller, listener);
    for (;;) {
        int ready = epoll_wait(poller, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == listener) accept_all(poller, listener);
            else answer(fd);
        }
    }
    return unused;
}

int main(int count, char **words) {
    int threads = 1;
    for (int i = 1; i + 1 < count; i += 2) {
        if (strcmp(words[i], "--port") == 0) port = atoi(words[i + 1]);
        if (strcmp(words[i], "--threads") == 0) threads = atoi(words[i + 1]);
    }
    signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < MAX_PIPELINED; i++) memcpy(answers + i * ANSWER_SIZE, ANSWER, ANSWER_SIZE);
    for (int i = 1; i < threads; i++) {
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, NULL) != 0) fail("pthread_create");
    }
    serve(NULL);
}
