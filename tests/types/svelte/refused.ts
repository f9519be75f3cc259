// What a template must not say; in Svelte's markup no error can be expected.
import type {} from "share-sign/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Card = SvelteHTMLElements["share-sign"];

// @ts-expect-error: no such theme
export const theme: Card = { theme: "blue" };
// @ts-expect-error: no such attribute
export const attribute: Card = { "title-text": "Keep the library open" };
// @ts-expect-error: an object is no text
export const messages: Card = { messages: { default: "Our library needs you." } };
// @ts-expect-error: what was signed has no channel
export const listener: Card = { "onshare-sign:sign": ({ detail }) => detail.channel };
// @ts-expect-error: it needs a campaign
export const panel: SvelteHTMLElements["share-sign-stats"] = {};
