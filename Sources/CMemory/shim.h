#ifndef CMEMORY_SHIM_H
#define CMEMORY_SHIM_H

#include <linux/memfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Swift cannot call the variadic syscall(), and Glibc's module does not show memfd_create(). */
static inline int cmemory_make_file(const char *name) {
    return (int)syscall(SYS_memfd_create, name, MFD_CLOEXEC);
}

#endif
