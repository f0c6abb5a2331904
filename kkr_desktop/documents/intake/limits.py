"""Limits that a process puts on itself, so that no file can take the whole machine."""

import sys

MOST_MEMORY = 2_000_000_000
MOST_PROCESSOR_SECONDS = 180


def limit_this_process() -> None:
    """Let this process ask for so much memory and time and no more."""
    if sys.platform == "win32":
        _limit_windows()
    else:
        import resource

        for kind, most in (
            (resource.RLIMIT_AS, MOST_MEMORY),
            (resource.RLIMIT_CPU, MOST_PROCESSOR_SECONDS),
        ):
            _, hard = resource.getrlimit(kind)
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (allowed, hard))


def _limit_windows() -> None:
    """Put this process into a job object of its own (JOB_OBJECT_LIMIT_PROCESS_MEMORY)."""
    if sys.platform != "win32":
        return
    import ctypes
    from ctypes import wintypes

    class BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("Basic", BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    process_time, process_memory, extended_information = 0x2, 0x100, 9
    kernel32 = ctypes.WinDLL("kernel32")
    kernel32.CreateJobObjectW.restype = wintypes.HANDLE
    kernel32.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    kernel32.SetInformationJobObject.argtypes = (
        wintypes.HANDLE,
        ctypes.c_int,
        ctypes.c_void_p,
        wintypes.DWORD,
    )
    kernel32.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    limits = ExtendedLimits()
    limits.Basic.LimitFlags = process_time | process_memory
    limits.Basic.PerProcessUserTimeLimit = MOST_PROCESSOR_SECONDS * 10_000_000
    limits.ProcessMemoryLimit = MOST_MEMORY
    job = kernel32.CreateJobObjectW(None, None)
    size = ctypes.sizeof(limits)
    if kernel32.SetInformationJobObject(job, extended_information, ctypes.byref(limits), size):
        kernel32.AssignProcessToJobObject(job, kernel32.GetCurrentProcess())
