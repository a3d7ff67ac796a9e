"""Reads the screen, and uses it, through the interface of screen readers (AT-SPI).

    screen.py wait ROLE NAME        waits until it is there
    screen.py press ROLE NAME       waits for it, then does what a press does
    screen.py focus ROLE NAME       waits for it, then moves the keyboard there, and waits
                                    until it has arrived
    screen.py holds ROLE NAME TEXT  waits a little until this is what stands in such a field
    screen.py soon ROLE NAME        waits a little until it is there
    screen.py says TEXT             waits until this stands somewhere
    screen.py text                  prints all names and texts on the screen

ROLE is AT-SPI's word, such as "heading", or "button" for all kinds of them; NAME is how its
name begins. The exit code
is 1 when it did not come up in time.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30

# A button that opens a list or stays down has a word of its own.
BUTTONS = ("push button", "toggle button", "combo box")


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


def words(one):
    """Returns an object's name, or else its text; what vanishes meanwhile has neither."""
    try:
        said = one.get_name() or Atspi.Text.get_text(one, 0, -1)
        # What stands for an object inside a text is an object of its own here.
        return said.replace("\ufffc", "").strip()
    except GLib.Error:
        return ""


def matches(one, role, name):
    try:
        roles = BUTTONS if role == "button" else (role,)
        if one.get_role_name() not in roles or not words(one).startswith(name):
            return False
        return one.get_state_set().contains(Atspi.StateType.ENABLED)
    except GLib.Error:
        return False


def until(question, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    sys.exit(1)


def wait(role, name):
    return until(lambda: next(all_of(role, name), None))


def text_of(field):
    try:
        return Atspi.Text.get_text(field, 0, -1)
    except GLib.Error:
        return None


def stands(field, role, text):
    said = text_of(field)
    # A secret shows how long it is and no more.
    return len(said or "") == len(text) if role == "password text" else said == text


def all_of(role, name):
    return (one for one in on_screen() if matches(one, role, name))


def is_focused(one):
    try:
        return one.get_state_set().contains(Atspi.StateType.FOCUSED)
    except GLib.Error:
        return False


def main():
    what, *rest = sys.argv[1:]
    if what == "text":
        print("\n".join(f"{one.get_role_name()}\t{words(one)}" for one in on_screen() if words(one)))
        return
    if what == "says":
        until(lambda: any(rest[0] in words(one) for one in on_screen()))
        return
    if what == "holds":
        role, name, text = rest
        until(lambda: any(stands(one, role, text) for one in all_of(role, name)), patience=3)
        return
    if what == "soon":
        until(lambda: next(all_of(*rest), None), patience=10)
        return
    one = wait(*rest)
    if what == "press":
        Atspi.Action.do_action(one, 0)
    elif what == "focus":
        # Keys that are typed before the keyboard is there go elsewhere.
        until(lambda: Atspi.Component.grab_focus(one) and is_focused(one))


main()
