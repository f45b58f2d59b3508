#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H

#include <linux/memfd.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Swift cannot call the variadic syscall(), and Glibc's module does not show memfd_create(). */
static inline int cmemory_make_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, MFD_CLOEXEC);
}

/* Lets memory that was freed serve again instead of being given back: blocks of a file come and go by the hundred,
   and the system clears each page that it hands out. */
static inline void cmemory_keep_freed(void) {
    mallopt(M_MMAP_THRESHOLD, 8 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_ARENA_MAX, 2);
}

#endif
