#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Opens a file that lives in memory alone: this version of the library writes to paths only, and the C library
   declares memfd_create for GNU sources alone. Closed when another program is run (the flag 1). */
static inline int cxlsxwriter_memory_file(void) {
    return (int)syscall(SYS_memfd_create, "workbook", 1U);
}

#endif
