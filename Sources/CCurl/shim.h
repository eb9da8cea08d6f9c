// libcurl's easy interface. Its setters and getters are variadic, which Swift can't call: each has a shim here for the
// one type that its option takes.
#include <curl/curl.h>

static inline CURLcode loa_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode loa_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode loa_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

typedef size_t (*loa_curl_writer)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode loa_curl_set_writer(CURL *handle, loa_curl_writer writer, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, writer);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, context) : code;
}

static inline CURLcode loa_curl_set_reader(CURL *handle, loa_curl_writer reader, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, reader);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_READDATA, context) : code;
}

static inline CURLcode loa_curl_set_header_writer(CURL *handle, loa_curl_writer writer, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, writer);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_HEADERDATA, context) : code;
}

static inline CURLcode loa_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode loa_curl_get_status(CURL *handle, long *status) {
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, status);
}

// As the server wrote it; the handle's own until its next request, null where it named none.
static inline CURLcode loa_curl_get_media_type(CURL *handle, const char **type) {
    char *text = NULL;
    CURLcode code = curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &text);
    *type = text;
    return code;
}

// In seconds, however the server wrote it; 0 where it said nothing.
static inline CURLcode loa_curl_get_retry_after(CURL *handle, curl_off_t *seconds) {
    return curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, seconds);
}

// CURL_GLOBAL_DEFAULT is a macro over macros, which Swift doesn't import.
static inline CURLcode loa_curl_start(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

// COPYPOSTFIELDS takes bytes, which may hold zeros; its length is another option's.
static inline CURLcode loa_curl_set_bytes(CURL *handle, CURLoption option, const void *bytes) {
    return curl_easy_setopt(handle, option, bytes);
}

static inline CURLcode loa_curl_set_socket_opener(CURL *handle, curl_opensocket_callback opener, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, opener);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context) : code;
}
