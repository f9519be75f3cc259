// What can stand in a field for an address, and what to say where it cannot.

const parsed = (text) => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

/** A whole address on the web. */
export function web(text) {
  const url = parsed(text);
  if (!url && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(text)) return `Write it with https:// before it: https://${text}`;
  if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(text)) return "An address on the web starts with https://, like https://example.org/library";
  return "";
}

/** An address on the web, or a place on one's own site. */
export function webOrPlace(text) {
  if (/^(\/|\.{0,2}\/|[\w-]+\.\w+$)/.test(text) && !/^\/\//.test(text) && !/\s/.test(text)) return "";
  const wrong = web(text);
  return wrong && `${wrong}; a place on your own site starts with /, like /privacy.html`;
}

/** One mailbox, with what a mailto: address may have behind it. */
export function mailbox(text) {
  return /^[^\s@?]+@[^\s@?.]+(\.[^\s@?.]+)+(\?\S*)?$/.test(text) ? "" : "A mail address looks like petition@example.org";
}
