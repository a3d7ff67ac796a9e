"""A web view without any of the program's protections, in which ways out of a page are tried.

    python3 bare.py ADDRESS < scripts

The first line is how many scripts follow, each a JSON string in a line. Each is run in a page of
its own from ADDRESS; the last pages stay until the input ends.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

# How many pages are there at once.
AT_ONCE = 12


def main():
    address = sys.argv[1]
    scripts = [json.loads(sys.stdin.readline()) for _ in range(int(sys.stdin.readline()))]
    context = WebKit2.WebContext.new_ephemeral()
    waiting = list(reversed(scripts))
    kept, windows = [], []

    def page():
        script = waiting.pop()
        if len(kept) >= AT_ONCE:
            kept.pop(0).destroy()
        view = WebKit2.WebView.new_with_context(context)
        settings = view.get_settings()
        settings.set_javascript_can_open_windows_automatically(True)
        settings.set_media_playback_requires_user_gesture(False)
        window = Gtk.Window()
        window.add(view)
        window.show_all()
        kept.append(window)
        begun = []

        def loaded(_view, event):
            # A way that leads elsewhere loads a second page, in which nothing is tried.
            if event == WebKit2.LoadEvent.FINISHED and not begun:
                begun.append(True)
                view.evaluate_javascript(script, -1, None, None, None, None)
                if waiting:
                    GLib.timeout_add(200, page)

        def opened(_view, _action):
            other = WebKit2.WebView.new_with_related_view(view)
            windows.append(other)
            return other

        view.connect("load-changed", loaded)
        view.connect("create", opened)
        view.load_uri(address)
        return GLib.SOURCE_REMOVE

    for _ in range(2):
        page()
    watched = GLib.IO_IN | GLib.IO_HUP
    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, 0, watched, lambda *_: Gtk.main_quit())
    Gtk.main()


main()
