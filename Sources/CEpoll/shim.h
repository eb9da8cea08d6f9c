#ifndef LOA_CEPOLL_SHIM_H
#define LOA_CEPOLL_SHIM_H

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

/* struct epoll_event is packed and holds a union; these spare Swift both. */
static inline int loa_epoll_add(int epoll, int descriptor, uint32_t events, uint64_t token) {
    struct epoll_event event = {.events = events, .data = {.u64 = token}};
    return epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

static inline int loa_epoll_remove(int epoll, int descriptor) {
    struct epoll_event event = {0};
    return epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event);
}

static inline uint64_t loa_epoll_token(const struct epoll_event *event) { return event->data.u64; }

/* The EPOLL constants arrive as an enum type of their own and EPOLLET (1u << 31) not at all. */
static const uint32_t loa_epoll_in = EPOLLIN;
static const uint32_t loa_epoll_out = EPOLLOUT;
static const uint32_t loa_epoll_error = EPOLLERR;
static const uint32_t loa_epoll_hangup = EPOLLHUP;
static const uint32_t loa_epoll_read_hangup = EPOLLRDHUP;
static const uint32_t loa_epoll_edge = (uint32_t)EPOLLET;

/* The socket constants are enums in glibc too. */
static const int loa_message_no_signal = MSG_NOSIGNAL;
static const int loa_message_more = MSG_MORE;
static const int loa_shutdown_write = SHUT_WR;

/* Two buffers in one call, without SIGPIPE: writev has no flags, and iovec takes away the const. */
static inline ssize_t loa_send_two(int descriptor, const void *first, size_t first_count, const void *second,
                                   size_t second_count) {
    struct iovec pieces[2] = {{(void *)first, first_count}, {(void *)second, second_count}};
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
    return sendmsg(descriptor, &message, MSG_NOSIGNAL);
}

/* A peer: family 4, 6 or 0 (Unix socket), and the address as two words in host order. */
struct loa_peer {
    int family;
    uint64_t high;
    uint64_t low;
};

static inline uint64_t loa_read_word(const uint8_t *bytes) {
    uint64_t word = 0;
    for (int i = 0; i < 8; i++) word = word << 8 | bytes[i];
    return word;
}

static inline void loa_write_word(uint8_t *bytes, uint64_t word) {
    for (int i = 7; i >= 0; i--, word >>= 8) bytes[i] = (uint8_t)word;
}

/* Both are hidden by the missing _GNU_SOURCE, which would make our view of libc differ from Swift's. */
extern int pthread_setname_np(pthread_t, const char *);
static inline void loa_name_thread(pthread_t thread, const char *name) { pthread_setname_np(thread, name); }

/* accept4 hidden by the missing _GNU_SOURCE, and the casts between the sockaddr types. */
extern int accept4(int, struct sockaddr *, socklen_t *, int);
static inline int loa_accept(int listener, struct loa_peer *peer) {
    struct sockaddr_storage address;
    socklen_t length = sizeof address;
    int descriptor = accept4(listener, (struct sockaddr *)&address, &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor < 0) return descriptor;
    memset(peer, 0, sizeof *peer);
    if (address.ss_family == AF_INET) {
        peer->family = 4;
        peer->low = ntohl(((struct sockaddr_in *)&address)->sin_addr.s_addr);
    } else if (address.ss_family == AF_INET6) {
        const uint8_t *bytes = ((struct sockaddr_in6 *)&address)->sin6_addr.s6_addr;
        peer->family = 6;
        peer->high = loa_read_word(bytes);
        peer->low = loa_read_word(bytes + 8);
    }
    if (peer->family) {
        int one = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        /* What the kernel may hold unsent for a client that doesn't read; the default would be some MiB each. */
        int unsent = 256 << 10;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent, sizeof unsent);
    }
    return descriptor;
}

/* A listening TCP socket, or -1 with errno. */
static inline int loa_listen_ip(int family, uint64_t high, uint64_t low, uint16_t port, int backlog) {
    struct sockaddr_storage address;
    memset(&address, 0, sizeof address);
    socklen_t length;
    if (family == 4) {
        struct sockaddr_in *ip = (struct sockaddr_in *)&address;
        ip->sin_family = AF_INET;
        ip->sin_port = htons(port);
        ip->sin_addr.s_addr = htonl((uint32_t)low);
        length = sizeof *ip;
    } else {
        struct sockaddr_in6 *ip = (struct sockaddr_in6 *)&address;
        ip->sin6_family = AF_INET6;
        ip->sin6_port = htons(port);
        loa_write_word(ip->sin6_addr.s6_addr, high);
        loa_write_word(ip->sin6_addr.s6_addr + 8, low);
        length = sizeof *ip;
    }
    int descriptor = socket(address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) return -1;
    int one = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(descriptor, (struct sockaddr *)&address, length) || listen(descriptor, backlog)) {
        int code = errno;
        close(descriptor);
        errno = code;
        return -1;
    }
    return descriptor;
}

/* The port that the kernel chose, or -1 with errno. */
static inline int loa_bound_port(int descriptor) {
    struct sockaddr_storage address;
    socklen_t length = sizeof address;
    if (getsockname(descriptor, (struct sockaddr *)&address, &length)) return -1;
    if (address.ss_family == AF_INET) return ntohs(((struct sockaddr_in *)&address)->sin_port);
    return ntohs(((struct sockaddr_in6 *)&address)->sin6_port);
}

/* A listening Unix socket, or -1 with errno. A socket file that nobody listens on any more is replaced. */
static inline int loa_listen_unix(const char *path, unsigned int mode, int backlog) {
    struct sockaddr_un address;
    memset(&address, 0, sizeof address);
    address.sun_family = AF_UNIX;
    if (strlen(path) >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    strcpy(address.sun_path, path);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) return -1;
    int failed = bind(descriptor, (struct sockaddr *)&address, sizeof address);
    struct stat status;
    if (failed && errno == EADDRINUSE && lstat(path, &status) == 0 && S_ISSOCK(status.st_mode)) {
        int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        int refused = probe >= 0 && connect(probe, (struct sockaddr *)&address, sizeof address) && errno == ECONNREFUSED;
        if (probe >= 0) close(probe);
        if (refused && unlink(path) == 0) failed = bind(descriptor, (struct sockaddr *)&address, sizeof address);
        else errno = EADDRINUSE;
    }
    if (failed || chmod(path, mode) || listen(descriptor, backlog)) {
        int code = errno;
        close(descriptor);
        errno = code;
        return -1;
    }
    return descriptor;
}

/* Raises the soft limit of open descriptors to the hard one (RLIMIT_NOFILE is an enum in glibc). */
static inline void loa_raise_descriptor_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_cur >= limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

#endif
