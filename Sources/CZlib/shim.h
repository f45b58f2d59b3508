#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/* inflateInit2 is a function-like macro, which Swift cannot see; 16 more bits of window mean gzip. */
static inline int czlib_begin_gzip(z_streamp stream) { return inflateInit2(stream, 15 + 16); }

#endif
