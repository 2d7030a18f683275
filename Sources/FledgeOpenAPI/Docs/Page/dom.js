// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Makes elements. Text reaches the page as text nodes only; nothing here or elsewhere parses HTML,
// and the page's policy (`require-trusted-types-for 'script'`) has the browser hold us to it.

/**
 * Creates an element.
 *
 *     element("a", { href: "#/", class: "brand" }, "Shop")
 *
 * `properties` are attributes, except `on`, an object of event listeners. `true` sets an empty
 * attribute; `false`, `null` and `undefined` leave it out. Children that are nothing are skipped.
 */
export function element(tag, properties = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name === "on") {
            for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
        } else if (value === true) {
            made.setAttribute(name, "");
        } else if (value !== false && value !== null && value !== undefined) {
            made.setAttribute(name, value);
        }
    }
    made.append(...children.flat(Infinity).filter(isSomething));
    return made;
}

const isSomething = (child) => child !== null && child !== undefined && child !== false && child !== "";

let lastID = 0;

/** An id that no other element has; for labels and descriptions. */
export const freshID = (prefix) => `${prefix}-${(lastID += 1)}`;

/** A `<details>` whose content is made when it is first opened: a recursive schema has no end. */
export function disclosure(properties, summary, makeContent) {
    const { open = false, ...rest } = properties;
    const details = element("details", rest, element("summary", {}, summary));
    let isMade = false;
    const fill = () => {
        if (isMade || !details.open) return;
        isMade = true;
        details.append(...[makeContent()].flat().filter(isSomething));
    };
    details.addEventListener("toggle", fill);
    details.open = open;
    fill();
    return details;
}

/** A button that copies what `text()` gives, and says so. */
export function copyButton(label, text) {
    const button = element("button", { type: "button", class: "quiet copy" }, "Copy");
    button.setAttribute("aria-label", label);
    button.addEventListener("click", async () => {
        button.textContent = (await copy(text())) ? "Copied" : "Select and copy by hand";
        button.addEventListener("blur", () => (button.textContent = "Copy"), { once: true });
    });
    return button;
}

/** The clipboard exists in secure contexts only; over plain HTTP, the old way still works. */
async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        const area = element("textarea", { class: "hidden" });
        area.value = text;
        const focused = document.activeElement;
        document.body.append(area);
        area.select();
        const isCopied = document.execCommand("copy");
        area.remove();
        focused?.focus();
        return isCopied;
    }
}
