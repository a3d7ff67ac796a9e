"""Another program on the same screen, from which things are pasted or dragged.

    other.py text WORDS     has words on the clipboard
    other.py picture FILE   has a picture on the clipboard
    other.py files FILE…    has a square in the corner of the screen from which files are dragged

It says "ready" once it is, and stays until it is ended.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GdkPixbuf, GLib, Gtk  # noqa: E402

SIDE = 40


def begun(_, drag):
    """Says that something is dragged, and then that it may be dropped where it now is."""
    print("dragging", flush=True)

    def look():
        taken = drag.get_selected_action() != 0
        if taken:
            print("wanted", flush=True)
        return not taken

    GLib.timeout_add(20, look)


def files(names):
    uris = [pathlib.Path(name).absolute().as_uri() for name in names]
    # A window that no window manager makes as large as the screen.
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.set_default_size(SIDE, SIDE)
    place = Gtk.EventBox()
    window.add(place)
    place.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    place.drag_source_add_uri_targets()
    place.connect("drag-data-get", lambda _, __, given, ___, ____: given.set_uris(uris))
    place.connect("drag-begin", begun)
    window.move(0, 0)
    window.show_all()


def main():
    what, *rest = sys.argv[1:]
    clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
    if what == "text":
        clipboard.set_text(rest[0], -1)
    elif what == "picture":
        clipboard.set_image(GdkPixbuf.Pixbuf.new_from_file(rest[0]))
    else:
        files(rest)
    GLib.idle_add(lambda: print("ready", flush=True))
    Gtk.main()


main()
