"""Reads the screen, and uses it, through the interface of screen readers (AT-SPI).

    screen.py wait ROLE NAME        waits until it is there
    screen.py press ROLE NAME       waits for it, then does what a press does
    screen.py focus ROLE NAME       waits for it, then moves the keyboard there
    screen.py text                  prints all names and texts on the screen

ROLE is AT-SPI's word, such as "push button"; NAME is how its name begins. The exit code
is 1 when it did not come up in time.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30


def everything(start):
    """Yields every object below one, itself first; what vanishes meanwhile is left out."""
    waiting = [start]
    while waiting:
        one = waiting.pop()
        yield one
        try:
            children = [one.get_child_at_index(i) for i in range(one.get_child_count())]
        except GLib.Error:
            continue
        waiting.extend(child for child in reversed(children) if child)


def on_screen():
    desktop = Atspi.get_desktop(0)
    return (one for one in everything(desktop) if one is not desktop)


def matches(one, role, name):
    try:
        if one.get_role_name() != role or not one.get_name().startswith(name):
            return False
        states = one.get_state_set()
        return states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.ENABLED)
    except GLib.Error:
        return False


def wait(role, name):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for one in on_screen():
            if matches(one, role, name):
                return one
        time.sleep(0.1)
    sys.exit(1)


def words(one):
    try:
        text = one.get_name()
        if not text and one.get_role_name() in ("entry", "text", "paragraph", "static"):
            text = Atspi.Text.get_text(one, 0, -1)
        return f"{one.get_role_name()}\t{text}" if text else None
    except GLib.Error:
        return None


def main():
    what, *rest = sys.argv[1:]
    if what == "text":
        print("\n".join(filter(None, map(words, on_screen()))))
        return
    one = wait(*rest)
    if what == "press":
        one.get_action_iface().do_action(0)
    elif what == "focus":
        one.get_component_iface().grab_focus()
    print(one.get_name())


main()
