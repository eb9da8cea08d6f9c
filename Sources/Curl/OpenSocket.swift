internal import CCurl
internal import Glibc

/// Makes the socket for an address that libcurl is about to connect to, or refuses.
nonisolated func openSocket(
    _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let exchange = unsafe exchange(context), let address = unsafe address,
        let start = MemoryLayout<curl_sockaddr>.offset(of: \.addr)
    else { return -1 }
    let family = unsafe address.pointee.family
    // Where the numbers stand in `sockaddr_in` and `sockaddr_in6`.
    let place: (offset: Int, count: Int)
    switch family {
    case AF_INET: place = (4, 4)
    case AF_INET6: place = (8, 16)
    default: return -1
    }
    guard unsafe Int(address.pointee.addrlen) >= place.offset + place.count else { return -1 }
    // `addr` is the beginning of an address that is as long as `addrlen` says (curl/curl.h).
    let bytes = unsafe Array(
        UnsafeRawBufferPointer(
            start: UnsafeRawPointer(address) + start + place.offset, count: place.count))
    guard exchange.mayConnect(to: bytes) else { return -1 }
    return unsafe socket(
        family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.`protocol`)
}
