#ifndef CFUZZER_SHIM_H
#define CFUZZER_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/* libFuzzer's own driver, in the toolchain's compiler runtime. */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *bytes, size_t count));

/* A file in memory, closed on exec, for Glibc hides the call from Swift. */
static inline int memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1u); }

#endif
