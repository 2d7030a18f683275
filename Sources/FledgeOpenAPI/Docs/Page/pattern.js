// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Makes a text that matches a simple regular expression, so that an example passes its own check.

/**
 * A short text for `pattern`, or null when it uses more than literals, classes, groups,
 * alternatives and counts.
 */
export function textForPattern(pattern) {
    try {
        const reader = { rest: pattern };
        const text = readAlternatives(reader);
        return reader.rest === "" && new RegExp(pattern, "u").test(text) ? text : null;
    } catch {
        return null;
    }
}

/** Of `a|b` the first is used; the others are only passed over. */
function readAlternatives(reader) {
    const first = readSequence(reader);
    while (reader.rest.startsWith("|")) {
        reader.rest = reader.rest.slice(1);
        readSequence(reader);
    }
    return first;
}

function readSequence(reader) {
    let text = "";
    while (reader.rest !== "" && !/^[|)]/.test(reader.rest)) {
        const atom = readAtom(reader);
        const count = readCount(reader);
        text += atom.repeat(count);
    }
    return text;
}

function readAtom(reader) {
    const take = (expression) => {
        const match = reader.rest.match(expression);
        if (match) reader.rest = reader.rest.slice(match[0].length);
        return match;
    };
    if (take(/^[\^$]/)) return "";
    if (take(/^\((\?:)?(?!\?)/)) {
        const text = readAlternatives(reader);
        if (!take(/^\)/)) throw new SyntaxError("unclosed group");
        return text;
    }
    const set = take(/^\[(\^?)((?:[^\]\\]|\\.)*)\]/);
    if (set) return memberOfClass(set[0], set[2]);
    const escape = take(/^\\(.)/);
    if (escape) return memberOfEscape(escape[1]);
    if (take(/^\./)) return "a";
    const literal = take(/^[^()[\]{}*+?|\\]/u);
    if (!literal) throw new SyntaxError("not simple");
    return literal[0];
}

function readCount(reader) {
    const match = reader.rest.match(/^(?:\{(\d+)(?:,\d*)?\}|[*+?])\??/);
    if (!match) return 1;
    reader.rest = reader.rest.slice(match[0].length);
    if (match[1] !== undefined) return Math.min(Number(match[1]), 64);
    return match[0].startsWith("+") ? 1 : 0;
}

const CANDIDATES = "aA1-_. bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ023456789/:@+,;#$%&*!?'\"";

function memberOfClass(expression) {
    const test = new RegExp(expression, "u");
    for (const candidate of CANDIDATES) {
        if (test.test(candidate)) return candidate;
    }
    throw new SyntaxError("no simple member");
}

function memberOfEscape(letter) {
    if ("dws".includes(letter)) return { d: "1", w: "a", s: " " }[letter];
    if (/[A-Za-z0-9]/.test(letter)) throw new SyntaxError("not simple");
    return letter;
}
