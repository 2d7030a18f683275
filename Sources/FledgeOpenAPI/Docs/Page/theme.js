// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Light, dark, or what the system says. The choice outlives the tab: it is no secret.

const KEY = "fledge-docs:theme";
const CHOICES = ["system", "light", "dark"];

export function startTheme(button) {
    let choice = read();
    const apply = () => {
        document.documentElement.dataset.theme = choice;
        button.textContent = `Theme: ${choice}`;
    };
    button.addEventListener("click", () => {
        choice = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
        write(choice);
        apply();
    });
    apply();
}

/** Storage can be forbidden by the reader; then the choice lasts as long as the page. */
function read() {
    try {
        const stored = localStorage.getItem(KEY);
        return CHOICES.includes(stored) ? stored : "system";
    } catch {
        return "system";
    }
}

function write(choice) {
    try {
        localStorage.setItem(KEY, choice);
    } catch {
        // Nothing to do.
    }
}
