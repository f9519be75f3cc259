// Tells the analytics that are on the page already, by their own functions. Nothing
// is loaded, and nothing personal is passed on. Loads where a page asks for it.
export { report } from "./report.js";

// Events go by the names that GA4 recommends where it recommends one.
const tools = {
  plausible: (name, detail) => globalThis.plausible?.(name, { props: detail }),
  matomo: (name, detail) => globalThis._paq?.push(["trackEvent", "share-sign", name, detail.channel ?? detail.campaign]),
  umami: (name, detail) => globalThis.umami?.track(name, detail),
  gtag: (name, detail) => globalThis.gtag?.("event", name, google(detail)),
  gtm: (name, detail) => globalThis.dataLayer?.push({ event: name, ...google(detail) }),
  posthog: (name, detail) => globalThis.posthog?.capture(name, detail),
  fathom: (name, detail) => globalThis.fathom?.trackEvent([name, detail.channel].filter(Boolean).join(" ")),
};

const google = ({ campaign, channel, variant }) => ({
  ...(channel && { method: channel }),
  content_type: "petition",
  item_id: campaign,
  ...(variant && { variant }),
});

/** Tells the tools named in `names` that `event` happened; those that are not there are skipped. */
export function tell(names, event, { campaign, channel, variant }) {
  // Only these: whatever else an event says is between it and the page.
  const detail = { campaign, ...(channel && { channel }), ...(variant && { variant }) };
  for (const name of names.split(/[\s,]+/).filter(Boolean)) {
    if (!tools[name]) {
      console.error(`share-sign: analytics="${name}" cannot be used and is ignored. Expected ${Object.keys(tools).join(", ")}.`);
      continue;
    }
    try {
      tools[name](event, detail);
    } catch (error) {
      console.warn(`share-sign: ${name} could not be told.`, error);
    }
  }
}
