"""Plays a person at a terminal: at_a_terminal.py STEPS PROGRAM [ARGUMENT...]

STEPS is a file of lines: `expect TEXT` waits until TEXT was shown, `type TEXT` types it (Python's escapes, so \\r is the
return key), and `kill` ends the program as `kill -9` does. What was shown goes to standard output; the exit code is the program's.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

PATIENCE_SECONDS = 60


def main():
    lines = [line.rstrip("\n") for line in open(sys.argv[1], encoding="utf-8") if line.strip()]
    steps = [line.partition(" ")[::2] for line in lines]
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm"
        os.execv(sys.argv[2], sys.argv[2:])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    shown = b""
    seen = 0

    def read(deadline):
        nonlocal shown
        ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.monotonic()))
        try:
            more = os.read(terminal, 65536) if ready else b""
        except OSError:  # Linux says so when the program has closed its side
            more = b""
        shown += more
        return bool(more)

    def fail(why):
        os.kill(child, 9)
        sys.stdout.write(shown.decode(errors="replace"))
        sys.exit("\n" + why)

    for step, text in steps:
        text = text.encode().decode("unicode_escape").encode("latin-1")
        if step == "type":
            os.write(terminal, text)
            continue
        if step == "kill":
            os.kill(child, 9)
            continue
        deadline = time.monotonic() + PATIENCE_SECONDS
        while text not in shown[seen:]:
            if not read(deadline):
                fail(f"waited in vain for {text!r}")
        seen = shown.index(text, seen) + len(text)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while read(deadline):
        pass
    _, status = os.waitpid(child, 0)
    sys.stdout.write(shown.decode(errors="replace"))
    sys.exit(os.waitstatus_to_exitcode(status))


main()
