#ifndef LOA_CSPAWN_H
#define LOA_CSPAWN_H

#include <spawn.h>

// Glibc declares both for _GNU_SOURCE only, which Swift's own Glibc module
// doesn't set; the declarations are those of pipe2(2) and of glibc 2.34's <spawn.h>.
extern int pipe2(int ends[2], int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

#endif
