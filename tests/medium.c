/* A slow or a lying disk, between a program and the system: loaded before the C library.
   MEDIUM_SYNC_MS: each sync takes so many milliseconds more. MEDIUM_LOSES: while this file is there, what is written
   to a session file at 4096 and beyond is lost, and the program is told that all went well. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void wait_for_the_disk(void) {
    const char *ms = getenv("MEDIUM_SYNC_MS");
    if (ms) usleep(atoi(ms) * 1000);
}

int fsync(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fsync");
    wait_for_the_disk();
    return real(fd);
}

int fdatasync(int fd) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
    wait_for_the_disk();
    return real(fd);
}

static int loses(int fd, off_t where) {
    const char *mark = getenv("MEDIUM_LOSES");
    char link[64], name[4096];
    if (!mark || where < 4096 || access(mark, F_OK)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 1);
    const char *suffix = ".samenspraak";
    size_t end = strlen(suffix);
    if (length < (ssize_t)end) return 0;
    name[length] = 0;
    return !strcmp(name + length - end, suffix);
}

ssize_t pwrite64(int fd, const void *data, size_t count, off_t where) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    return loses(fd, where) ? (ssize_t)count : real(fd, data, count, where);
}

ssize_t pwrite(int fd, const void *data, size_t count, off_t where) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite");
    return loses(fd, where) ? (ssize_t)count : real(fd, data, count, where);
}
