// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Starts the page: reads the document, and shows what the address names.

import { API } from "./api.js";
import { element } from "./dom.js";
import { renderOperation } from "./operation.js";
import { renderOverview } from "./overview.js";
import { Sidebar } from "./sidebar.js";
import { startTheme } from "./theme.js";

const main = document.getElementById("main");
const menu = document.getElementById("menu");
const narrow = matchMedia("(max-width: 760px)");

/** The page, once the document has been read. */
class Page {
    constructor(api) {
        this.api = api;
        this.sidebar = new Sidebar(api);
        this.shown = null;
        document.getElementById("version").textContent = api.info.version ?? "";
        menu.addEventListener("click", () => this.setMenu(menu.getAttribute("aria-expanded") !== "true"));
        narrow.addEventListener("change", () => this.setMenu(false));
        addEventListener("hashchange", () => this.show({ movesFocus: true }));
        addEventListener("keydown", (event) => this.handleKey(event));
        // A link to what is already shown changes no address, and still means "go there".
        this.sidebar.list.addEventListener("click", (event) => {
            if (event.target.closest("a[aria-current]")) this.show({ movesFocus: true });
        });
        this.show({ movesFocus: false });
    }

    show({ movesFocus }) {
        if (!location.hash.startsWith("#/") && location.hash !== "") return;
        this.shown?.close();
        const id = decode(location.hash.slice(2));
        const operation = this.api.byID.get(id);
        this.shown = this.render(id, operation);
        main.replaceChildren(this.shown.element);
        scrollTo(0, 0);
        const title = this.api.info.title ?? "API";
        document.title = operation ? `${titleOf(operation)} · ${title}` : title;
        this.setMenu(false);
        this.sidebar.markCurrent(operation);
        if (movesFocus) main.querySelector("h1").focus({ preventScroll: true });
    }

    render(id, operation) {
        const nothing = () => {};
        if (operation) return renderOperation(this.api, operation);
        if (id === "") return { element: renderOverview(this.api), close: nothing };
        return { element: renderMissing(id), close: nothing };
    }

    /** On a narrow screen the list covers the operation, which is out of reach until it closes. */
    setMenu(isOpen) {
        const isModal = isOpen && narrow.matches;
        menu.setAttribute("aria-expanded", String(isModal));
        document.body.classList.toggle("with-menu", isModal);
        main.inert = isModal;
        if (isModal) this.sidebar.markCurrent();
    }

    handleKey(event) {
        if (event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            this.setMenu(true);
            this.sidebar.focusSearch();
        } else if (event.key === "Escape" && document.body.classList.contains("with-menu")) {
            this.setMenu(false);
            menu.focus();
        }
    }
}

/** Several operations may share a path, and so a title that is only that. */
const titleOf = ({ title, path, method }) => (title === path ? `${method} ${path}` : title);

const isTyping = (target) => ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

function decode(text) {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

const renderMissing = (id) => element("article", {},
    element("h1", { tabindex: "-1" }, "No such operation"),
    element("p", {}, "The description has no operation ", element("code", {}, id),
        ". It may have been renamed."),
    element("p", {}, element("a", { href: "#/" }, "To the overview")));

function renderFailure(error) {
    return element("article", {},
        element("h1", { tabindex: "-1" }, "The description could not be read"),
        element("p", {}, error.message),
        element("p", {}, element("a", { href: document.body.dataset.document }, "Look at the description")));
}

async function start() {
    startTheme(document.getElementById("theme"));
    document.getElementById("skip").addEventListener("click", (event) => {
        event.preventDefault();
        (main.querySelector("h1") ?? main).focus();
    });
    try {
        new Page(await API.load(document.body.dataset.document));
    } catch (error) {
        main.replaceChildren(renderFailure(error));
    }
}

start();
