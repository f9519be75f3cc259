// Texts in the notation of where they are pasted. What people type must come out
// again as it was, whatever it holds, and must never become markup or code.

const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const number = (letter) => `&#${letter.codePointAt(0)};`;

/**
 * HTML in which every letter of `risky` is written as a number too: template
 * languages read braces, WordPress reads square brackets.
 */
function html(text, risky) {
  return [...text].map((letter) => named[letter] ?? (risky.includes(letter) ? number(letter) : letter)).join("");
}

// A line break that stood in the attribute itself would be lost on editors that
// make paragraphs, and an empty line ends HTML within Markdown.
const BREAKS = "\n\r\t\u2028\u2029";

/** The value of an attribute in double quotes. */
export const attribute = (text, risky = "") => html(text, BREAKS + risky);

/** Text between tags, on one line. */
export const content = (text, risky = "") => html(text.replace(/\s+/g, " ").trim(), risky);

const unicode = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** JSON for a script element in a page, or in a template with braces of its own. */
export function json(value) {
  const text = JSON.stringify(value, null, 2);
  // Braces of the structure each have a line of their own, so only those within
  // texts could be taken for a template's.
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (string) => string.replace(/[<>&{}\u2028\u2029]/g, unicode));
}

/** A string of JavaScript, also within a script element. */
export const string = (text) => JSON.stringify(text).replace(/[<\u2028\u2029]/g, unicode);

/** Every line but the empty ones, moved to the right. */
export const indent = (text, by) => text.split("\n").map((line) => line && " ".repeat(by) + line).join("\n");
