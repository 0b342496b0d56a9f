#ifndef RELEVE_CLIBXLSXWRITER_SHIM_H
#define RELEVE_CLIBXLSXWRITER_SHIM_H

#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* A file that lives in memory alone and goes with its descriptor; -1 where there can be none. */
static inline int releve_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "workbook", 1U /* close on exec */);
}

#endif
