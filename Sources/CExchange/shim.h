#ifndef CEXCHANGE_SHIM_H
#define CEXCHANGE_SHIM_H

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Swift cannot call the variadic syscall(), and Glibc's module does not show renameat2(). */
static inline int cexchange_paths(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

#endif
