"""Stands in for logind on a private bus (org.freedesktop.login1).

    DBUS_SYSTEM_BUS_ADDRESS=... python3 logind.py

Reads one word a line and does what logind does then:

    sleep    tells that the computer is about to sleep
    wake     tells that it has woken
    lock     tells the session to lock
    hint     tells that the session was locked
    other    tells another session to lock

and says one line for whatever happens: "ready", "held KIND MODE" when somebody asks for a
moment before sleep, "released" when they give it back.
"""

import os
import socket
import sys

import gi

gi.require_version("Gio", "2.0")
gi.require_version("GLib", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.login1"
PLACE = "/org/freedesktop/login1"
OWN = "/org/freedesktop/login1/session/_31"
OTHER = "/org/freedesktop/login1/session/_32"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTERFACE = """<node><interface name="org.freedesktop.login1.Manager">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="h" direction="out"/>
  </method>
  <method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <method name="GetSessionByPID"><arg type="u" direction="in"/><arg type="o" direction="out"/></method>
  <signal name="PrepareForSleep"><arg type="b"/></signal>
</interface></node>"""


def say(line):
    print(line, flush=True)


def called(_bus, _sender, _place, _interface, method, words, invocation):
    if method != "Inhibit":
        invocation.return_value(GLib.Variant("(o)", (OWN,)))
        return
    kind, _who, _why, mode = words.unpack()
    ours, theirs = socket.socketpair()
    given = Gio.UnixFDList.new()
    given.append(theirs.fileno())
    theirs.close()
    say(f"held {kind} {mode}")
    invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), given)
    # The other end is closed when whoever asked gives it back, or ends.
    watched = GLib.IO_IN | GLib.IO_HUP
    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, ours.fileno(), watched, lambda *_: released(ours))


def released(ours):
    ours.close()
    say("released")
    return GLib.SOURCE_REMOVE


def main():
    bus = Gio.DBusConnection.new_for_address_sync(
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
    )
    (manager,) = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces
    bus.register_object(PLACE, manager, called, None, None)

    def emit(place, interface, signal, words):
        bus.emit_signal(None, place, interface, signal, words)

    hint = GLib.Variant("(sa{sv}as)", (SESSION, {"LockedHint": GLib.Variant("b", True)}, []))
    acts = {
        "sleep": lambda: emit(PLACE, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (True,))),
        "wake": lambda: emit(PLACE, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (False,))),
        "lock": lambda: emit(OWN, SESSION, "Lock", None),
        "hint": lambda: emit(OWN, PROPERTIES, "PropertiesChanged", hint),
        "other": lambda: emit(OTHER, SESSION, "Lock", None),
    }
    loop = GLib.MainLoop()

    def told(*_):
        word = sys.stdin.readline().strip()
        if not word:
            loop.quit()
            return GLib.SOURCE_REMOVE
        acts[word]()
        return GLib.SOURCE_CONTINUE

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, 0, GLib.IO_IN | GLib.IO_HUP, told)
    Gio.bus_own_name_on_connection(
        bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: say("ready"), lambda *_: loop.quit()
    )
    loop.run()


main()
