#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 is a function-like macro, which Swift cannot see; 16 more bits of window mean gzip. */
static inline int czlib_begin_gzip(z_streamp stream) { return inflateInit2(stream, 15 + 16); }

/* deflateInit2 is a macro too; nine bits of memory are the usual. */
static inline int czlib_begin_packing_gzip(z_streamp stream) {
    return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}

#endif
