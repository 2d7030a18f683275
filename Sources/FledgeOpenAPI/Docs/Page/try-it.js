// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// The form that sends an operation: values, body, authorization, the curl line, and the answer.

import { readAnswer, renderAnswer, statusLine, violationsOf } from "./answer.js";
import { authorize, isAuthorizationOptional, renderAuthorization, schemesOf } from "./authorization.js";
import { isJSONType, makeBodyInput } from "./body.js";
import { copyButton, element, freshID } from "./dom.js";
import { Field } from "./field.js";
import { buildRequest, curlCommand, sendRequest } from "./request.js";

const PLACES = ["path", "query", "header", "cookie"];

export class TryIt {
    constructor(api, operation) {
        this.api = api;
        this.operation = operation;
        this.schemes = schemesOf(api, operation);
        this.parameters = operation.parameters.map((parameter) => ({
            parameter,
            field: new Field(api, {
                name: parameter.name,
                schema: parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {},
                isRequired: parameter.required === true,
                example: parameter.example,
            }),
        }));
        this.curl = element("code");
        this.status = element("p", { class: "status", role: "status" });
        this.answer = element("div", { class: "answer" });
        this.button = element("button", { type: "submit", class: "primary" }, "Send");
        this.form = this.makeForm();
        this.element = this.makeElement();
        this.updateCurl();
    }

    makeElement() {
        const titleID = freshID("title");
        this.title = element("h2", { id: titleID, tabindex: "-1" }, "Try it");
        const copy = copyButton("Copy the curl command", () =>
            curlCommand(this.request(), { withSecrets: true }));
        return element("section", { class: "try", "aria-labelledby": titleID },
            this.title,
            this.form,
            this.status,
            this.answer,
            element("div", { class: "curl" },
                element("div", { class: "row" }, element("h3", {}, "curl"), copy),
                element("pre", { tabindex: "0", role: "region", "aria-label": "curl command" }, this.curl)));
    }

    makeForm() {
        const form = element("form", { novalidate: true, autocomplete: "off" },
            this.schemes.length > 0 && fieldset(
                isAuthorizationOptional(this.operation) ? "Authorization (optional)" : "Authorization",
                renderAuthorization(this.schemes, () => this.updateCurl())),
            PLACES.map((place) => this.makeParameterSet(place)),
            this.operation.body && this.makeBodySet(),
            element("div", { class: "row" }, this.button));
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.send();
        });
        form.addEventListener("input", () => this.updateCurl());
        form.addEventListener("keydown", (event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
        });
        return form;
    }

    makeParameterSet(place) {
        const fields = this.parameters.filter(({ parameter }) => parameter.in === place);
        if (fields.length === 0) return null;
        return fieldset({ path: "Path", query: "Query", header: "Header fields", cookie: "Cookies" }[place],
            fields.map(({ field }) => field.element));
    }

    makeBodySet() {
        const content = this.operation.body.content ?? {};
        const types = Object.keys(content).sort((one, other) => isJSONType(other) - isJSONType(one));
        if (types.length === 0) return null;
        const place = element("div");
        const choose = (type) => {
            this.body = makeBodyInput(this.api, type, content[type]);
            place.replaceChildren(this.body.element);
        };
        choose(types[0]);
        const control = types.length === 1
            ? element("p", { class: "muted" }, element("code", {}, types[0]))
            : element("select", { "aria-label": "Media type", on: { input: (event) => choose(event.target.value) } },
                types.map((type) => element("option", {}, type)));
        return fieldset("Body", control, place);
    }

    request() {
        const request = buildRequest(this.api, this.operation, this.parameters);
        this.body?.addTo(request);
        authorize(request, this.schemes);
        return request;
    }

    updateCurl() {
        this.curl.textContent = curlCommand(this.request());
    }

    async send() {
        if (this.sending) return this.sending.abort();
        const request = this.request();
        this.clear();
        if (request.mistakes.length > 0) return this.refuse(request.mistakes);
        this.sending = new AbortController();
        this.button.textContent = "Stop";
        this.status.textContent = "Sending…";
        this.status.className = "status";
        try {
            await this.exchange(request);
        } catch (error) {
            this.fail(error);
        } finally {
            this.sending = null;
            this.button.textContent = "Send";
        }
    }

    /** Where the form stands below the description, the way to it is long. */
    goTo() {
        this.title.focus({ preventScroll: true });
        this.element.scrollIntoView();
    }

    /** Leaving the operation ends what is still on its way. */
    close() {
        this.sending?.abort();
    }

    async exchange(request) {
        const start = performance.now();
        const response = await sendRequest(request, this.sending.signal);
        const milliseconds = performance.now() - start;
        this.showStatus(response, milliseconds, []);
        const answer = await readAnswer(response, (text) => this.answer.replaceChildren(
            element("pre", { tabindex: "0" }, element("code", {}, text))));
        const violations = violationsOf(response, answer.text);
        const places = this.mark(violations);
        this.showStatus(response, milliseconds, violations);
        this.answer.replaceChildren(...renderAnswer(response, answer, violations, places));
        this.status.scrollIntoView({ block: "nearest" });
    }

    showStatus(response, milliseconds, violations) {
        const [first, ...rest] = statusLine(response, milliseconds, violations);
        const text = rest.map((part) => element("span", {}, ` · ${part}`));
        const isSame = this.status.textContent === [first, ...rest].join(" · ");
        if (!isSame) this.status.replaceChildren(element("strong", {}, first), ...text);
        this.status.className = `status of-${Math.floor(response.status / 100)}`;
    }

    refuse(mistakes) {
        for (const { field, message } of mistakes) field.mark(message);
        this.status.className = "status of-4";
        this.status.textContent = "Not sent: see the marked fields.";
        mistakes[0].field.goTo();
    }

    fail(error) {
        this.status.className = "status of-5";
        this.status.textContent = error.name === "AbortError" ? "Stopped." : `No answer: ${error.message}`;
    }

    clear() {
        this.parameters.forEach(({ field }) => field.clear());
        this.body?.clear();
        this.answer.replaceChildren();
    }

    /** Marks what each violation names. Gives back, for each, how to go there, or nothing. */
    mark(violations) {
        const ofBody = violations.filter((violation) => "pointer" in violation || "line" in violation);
        const bodyPlaces = this.body?.mark(ofBody) ?? [];
        return violations.map((violation) => {
            const index = ofBody.indexOf(violation);
            return index >= 0 ? bodyPlaces[index] : this.markParameter(violation);
        });
    }

    markParameter(violation) {
        const field = this.parameters.find(({ parameter }) => isNamed(parameter, violation))?.field;
        field?.mark(violation.message);
        return field && { label: field.name, go: () => field.goTo() };
    }
}

/** Header names are compared without case; `parameter` means the query, or else the path. */
function isNamed({ in: place, name }, violation) {
    if (place === "header") return violation.header?.toLowerCase() === name.toLowerCase();
    if (place === "cookie") return violation.cookie === name;
    return violation.parameter === name;
}

const fieldset = (title, ...content) =>
    element("fieldset", {}, element("legend", {}, title), content);
