// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

/// What `fledge dev` adds to pages.
enum DevPage {
    /// Loaded from the app's own address, so that the policy of most pages allows it.
    static func scriptTag(version: Int) -> String {
        #"<script src="/__fledge/dev.js?\#(version)"></script>"#
    }

    /// Reloads the page when another version is there than the one that it shows.
    ///
    /// It listens only while the page is visible: browsers open six connections to a host, and each
    /// tab would keep one.
    static let script = """
        (() => {
          const shown = new URL(document.currentScript.src).search.slice(1);
          let events = null;
          const listen = () => {
            if (document.hidden) { if (events) { events.close(); events = null; } return; }
            if (events) return;
            events = new EventSource("/__fledge/dev");
            events.onmessage = (event) => {
              if (event.data === shown) return;
              events.close();
              location.reload();
            };
          };
          document.addEventListener("visibilitychange", listen);
          addEventListener("pagehide", () => { if (events) { events.close(); events = null; } });
          listen();
        })();

        """
}
