// A bad computer, for tests: it dies, its disk fails, or its clock is wrong, at a chosen moment and no other. Loaded before the C library
// (LD_PRELOAD), so that the programs under test need no hook for it and cannot tell.
//
//   BAD_UNDER   files below this folder count, and no others
//   BAD_ON      calls that count, e.g. "open,write,fsync,rename,unlink,read,send"; whole words
//   BAD_AT      which of them, counted from 1 over all threads; 0 or nothing: none
//   BAD_HOW     kill: the process is gone before the call; tear: half of a write is done, then it is gone;
//               halt: the process stands still before the call until it is told to go on (SIGCONT);
//               eio, enospc, enodev: this call and all that follow fail so
//   BAD_SHARED  a file in which all processes of the run count together; they are gone together
//   BAD_LOG     each call that counts is written there, a line each: number, call, place
//   BAD_CLOCK   seconds added to the time of day
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct shared {
    atomic_long counted;
    atomic_int living;
    pid_t processes[16];
};

static struct shared *run;

static void *real(const char *name) { return dlvsym(RTLD_NEXT, name, "GLIBC_2.2.5"); }

static int is_asked_for(const char *call)
{
    const char *on = getenv("BAD_ON");
    size_t length = strlen(call);
    for (const char *at = on; at && (at = strstr(at, call)); at += length)
        if ((at == on || at[-1] == ',') && (at[length] == 0 || at[length] == ',')) return 1;
    return 0;
}

static int is_under(const char *path)
{
    const char *under = getenv("BAD_UNDER");
    return under && strncmp(path, under, strlen(under)) == 0;
}

__attribute__((constructor)) static void join(void)
{
    static struct shared alone;
    const char *path = getenv("BAD_SHARED");
    int file = path ? syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    void *memory = file >= 0 && syscall(SYS_ftruncate, file, sizeof alone) == 0 ? mmap(NULL, sizeof alone, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
    run = memory == MAP_FAILED ? &alone : memory;
    if (file >= 0) syscall(SYS_close, file);

    int place = atomic_fetch_add(&run->living, 1);
    if (place < 16) run->processes[place] = getpid();
}

static void die(void)
{
    for (int place = 0; place < 16; place++)
        if (run->processes[place] > 0 && run->processes[place] != getpid()) syscall(SYS_kill, run->processes[place], SIGKILL);
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

// 0: the call goes on. Otherwise the error that it gets. A tear answers -1.
static int befalls(const char *call, const char *place)
{
    if (!run || !is_asked_for(call)) return 0;

    long number = atomic_fetch_add(&run->counted, 1) + 1;
    const char *log = getenv("BAD_LOG"), *at = getenv("BAD_AT"), *how = getenv("BAD_HOW");
    if (log) {
        char line[PATH_MAX + 64];
        int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, place), file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        syscall(SYS_write, file, line, length);
        syscall(SYS_close, file);
    }

    long moment = at ? atol(at) : 0;
    if (moment == 0 || number < moment || !how) return 0;
    if (strcmp(how, "eio") == 0) return EIO;
    if (strcmp(how, "enospc") == 0) return strcmp(call, "write") == 0 || strcmp(call, "open") == 0 ? ENOSPC : 0;
    if (strcmp(how, "enodev") == 0) return ENODEV;
    if (number > moment) return 0;
    if (strcmp(how, "halt") == 0) {
        syscall(SYS_kill, getpid(), SIGSTOP);
        return 0;
    }
    if (strcmp(how, "tear") == 0 && strcmp(call, "write") == 0) return -1;
    die();
    return 0;
}

static int befalls_file(const char *call, int file)
{
    char link[64], place[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, place, sizeof place - 1);
    if (length <= 0) return 0;
    place[length] = 0;
    return is_under(place) ? befalls(call, place) : 0;
}

#define FAILS(what) do { int error = (what); if (error > 0) { errno = error; return -1; } } while (0)

int fsync(int file)
{
    FAILS(befalls_file("fsync", file));
    return syscall(SYS_fsync, file);
}

int fdatasync(int file)
{
    FAILS(befalls_file("fsync", file));
    return syscall(SYS_fdatasync, file);
}

static ssize_t torn(int file, const void *bytes, size_t count, off_t at, int is_placed, int wrong)
{
    if (wrong < 0) {
        if (is_placed) syscall(SYS_pwrite64, file, bytes, count / 2, at);
        else syscall(SYS_write, file, bytes, count / 2);
        die();
    }
    return is_placed ? syscall(SYS_pwrite64, file, bytes, count, at) : syscall(SYS_write, file, bytes, count);
}

ssize_t write(int file, const void *bytes, size_t count)
{
    int wrong = befalls_file("write", file);
    FAILS(wrong);
    return torn(file, bytes, count, 0, 0, wrong);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    int wrong = befalls_file("write", file);
    FAILS(wrong);
    return torn(file, bytes, count, at, 1, wrong);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) { return pwrite(file, bytes, count, at); }

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at)
{
    FAILS(befalls_file("write", file));
    return syscall(SYS_pwritev, file, parts, (long)count, (long)at, 0L);
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t at) { return pwritev(file, parts, count, at); }

ssize_t read(int file, void *bytes, size_t count)
{
    FAILS(befalls_file("read", file));
    return syscall(SYS_read, file, bytes, count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t at)
{
    FAILS(befalls_file("read", file));
    return syscall(SYS_pread64, file, bytes, count, at);
}

ssize_t pread64(int file, void *bytes, size_t count, off_t at) { return pread(file, bytes, count, at); }

static int befalls_path(const char *call, const char *path)
{
    char whole[PATH_MAX];
    if (path[0] == '/') return is_under(path) ? befalls(call, path) : 0;
    if (!getcwd(whole, sizeof whole) || strlen(whole) + strlen(path) + 2 > sizeof whole) return 0;
    strcat(strcat(whole, "/"), path);
    return is_under(whole) ? befalls(call, whole) : 0;
}

// Only what makes a file is a step; what opens one that is there changes nothing.
int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
    }
    if (flags & O_CREAT) FAILS(befalls_path("open", path));
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        va_end(more);
    }
    return open(path, flags, mode);
}

int rename(const char *from, const char *to)
{
    FAILS(befalls_path("rename", to));
    return syscall(SYS_rename, from, to);
}

int link(const char *from, const char *to)
{
    FAILS(befalls_path("rename", to));
    return syscall(SYS_link, from, to);
}

int unlink(const char *path)
{
    FAILS(befalls_path("unlink", path));
    return syscall(SYS_unlink, path);
}

ssize_t send(int socket, const void *bytes, size_t count, int flags)
{
    FAILS(befalls("send", "-"));
    return syscall(SYS_sendto, socket, bytes, count, flags, NULL, 0);
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags)
{
    FAILS(befalls("send", "-"));
    return syscall(SYS_sendmsg, socket, message, flags);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    int answer = syscall(SYS_clock_gettime, clock, now);
    const char *ahead = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE ? getenv("BAD_CLOCK") : NULL;
    if (answer == 0 && ahead) now->tv_sec += atol(ahead);
    return answer;
}

// .NET looks up by name, in the library that it is told, what our own code calls.
void *dlsym(void *library, const char *name)
{
    static void *(*look)(void *, const char *);
    if (!look) look = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.34");
    if (!look) look = real("dlsym");
    if (strcmp(name, "fsync") == 0) return fsync;
    if (strcmp(name, "open") == 0) return open;
    if (strcmp(name, "pwrite64") == 0) return pwrite64;
    if (strcmp(name, "pread64") == 0) return pread64;
    if (strcmp(name, "unlink") == 0) return unlink;
    return look(library, name);
}
