#ifndef LOA_CZLIB_SHIM_H
#define LOA_CZLIB_SHIM_H

#include <zlib.h>

/* deflateInit2 is a macro, which Swift doesn't import. windowBits 15 + 16 asks for a gzip wrapper. */
static inline int loa_deflate_init_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/* inflateInit2 is a macro too; used by the tests to read an answer back. */
static inline int loa_inflate_init_gzip(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}

#endif
