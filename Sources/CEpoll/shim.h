#ifndef LOA_CEPOLL_SHIM_H
#define LOA_CEPOLL_SHIM_H

/* accept4 and friends are GNU extensions. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/un.h>

/* struct epoll_event is packed and holds a union; these spare Swift both. */
static inline int loa_epoll_add(int epoll, int descriptor, unsigned int events, unsigned long long token) {
    struct epoll_event event = {.events = events, .data = {.u64 = token}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

static inline int loa_epoll_remove(int epoll, int descriptor) {
    struct epoll_event event = {0};
    return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event);
}

static inline unsigned int loa_epoll_events(const struct epoll_event *event) { return event->events; }

static inline unsigned long long loa_epoll_token(const struct epoll_event *event) { return event->data.u64; }

/* The EPOLL constants arrive as an enum type of their own or, EPOLLET, not at all (1u << 31). */
static const unsigned int loa_epoll_in = EPOLLIN;
static const unsigned int loa_epoll_out = EPOLLOUT;
static const unsigned int loa_epoll_error = EPOLLERR;
static const unsigned int loa_epoll_hangup = EPOLLHUP;
static const unsigned int loa_epoll_read_hangup = EPOLLRDHUP;
static const unsigned int loa_epoll_edge = (unsigned int)EPOLLET;

/* accept4 with the flags that every socket of ours has; hidden from Swift by the missing _GNU_SOURCE. */
extern int accept4(int, struct sockaddr *, socklen_t *, int);
static inline int loa_accept(int listener, struct sockaddr_storage *address) {
    socklen_t length = sizeof *address;
    return accept4(listener, (struct sockaddr *)address, &length, 02000000 /* SOCK_CLOEXEC */ | 04000 /* SOCK_NONBLOCK */);
}

/* errno as a function: the macro's place differs between threads and Swift should read it at once. */
static inline int loa_errno(void) { return errno; }

#endif
