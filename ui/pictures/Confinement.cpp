#include "pictures/Confinement.h"

#include <QtGlobal>

#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <vector>

namespace ui {

namespace {

#ifdef __x86_64__
constexpr unsigned ownArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned ownArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned ownArchitecture = 0; // then there is no filter
#endif

// Those that reach out of the process. Memory, threads, the pipes it has and its end are left to it.
constexpr long refused[] = {
#ifdef __x86_64__
    SYS_open,
    SYS_creat,
    SYS_unlink,
    SYS_rename,
    SYS_link,
    SYS_symlink,
    SYS_mkdir,
    SYS_rmdir,
    SYS_chmod,
    SYS_chown,
    SYS_mknod,
    SYS_fork,
    SYS_vfork,
#endif
    SYS_openat,
    SYS_openat2,
    SYS_unlinkat,
    SYS_renameat2,
    SYS_linkat,
    SYS_symlinkat,
    SYS_mkdirat,
    SYS_fchmodat,
    SYS_fchownat,
    SYS_mknodat,
    SYS_truncate,
    SYS_mount,
    SYS_socket,
    SYS_socketpair,
    SYS_connect,
    SYS_bind,
    SYS_sendto,
    SYS_sendmsg,
    SYS_execve,
    SYS_execveat,
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kill,
    SYS_bpf,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_perf_event_open,
    SYS_keyctl,
    SYS_pidfd_open,
    SYS_setns,
    SYS_unshare,
};

sock_filter statement(int code, unsigned value)
{
    return {static_cast<unsigned short>(code), 0, 0, value};
}

sock_filter jump(int code, unsigned value, unsigned char ifTrue, unsigned char ifFalse)
{
    return {static_cast<unsigned short>(code), ifTrue, ifFalse, value};
}

void limit(int what, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

} // namespace

void limitResources()
{
#ifndef __SANITIZE_ADDRESS__ // which reserves more addresses than any machine has memory
    constexpr rlim_t memory = 1024UL * 1024 * 1024;
    limit(RLIMIT_AS, memory);
#endif
    constexpr rlim_t seconds = 10;
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
}

void confine()
{
    if (ownArchitecture == 0)
        return;
    constexpr unsigned no = SECCOMP_RET_ERRNO | EPERM;
    std::vector<sock_filter> filter{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        jump(BPF_JMP | BPF_JEQ | BPF_K, ownArchitecture, 1, 0),
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
#ifdef __x86_64__
        jump(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1), // the same calls by other numbers
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
        // Its arguments cannot be looked at; without it clone() is called.
        jump(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
        statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    };
    for (const long call : refused) {
        filter.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
        filter.push_back(statement(BPF_RET | BPF_K, no));
    }
    // A thread may be begun, a process not.
    filter.insert(filter.end(), {
                                    jump(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3),
                                    statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
                                    jump(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
                                    statement(BPF_RET | BPF_K, no),
                                    statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
                                });
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

} // namespace ui
