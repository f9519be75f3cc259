// Makes a request, and of whatever comes back a record for the program.
import { flatten } from "../flatten.js";

const LONGEST = 2000;

/**
 * The reply to a request as a record: `status` (0 where nobody answered), `body`, what
 * is JSON in it as `json.path`, and what the headers say. `parting`: it outlives the
 * page.
 */
export async function answer({ method, url, type, body, mode, ...rest }, timeout, parting) {
  const headers = type ? { "content-type": type } : {};
  for (const name in rest) if (name.startsWith("header.")) headers[name.slice(7)] = rest[name];
  const record = new URLSearchParams();
  try {
    const reply = await fetch(url, {
      method,
      body: body || undefined,
      headers,
      mode: mode || undefined,
      credentials: "omit",
      // A supporter who signs and leaves at once has signed.
      keepalive: parting,
      signal: AbortSignal.timeout?.(timeout),
    });
    record.set("status", reply.status);
    if (reply.type === "opaque") record.set("opaque", 1);
    record.set("retryAfter", seconds(reply.headers.get("retry-after")));
    record.set("range", reply.headers.get("content-range") ?? "");
    const text = await reply.text();
    record.set("body", text.slice(0, LONGEST));
    flatten("json", JSON.parse(text), (path, value) => record.append(path, value));
  } catch {
    // No reply: the browser does not tell a cut line from a refused origin. Or one
    // that is no JSON, or whose end is missing: its status is there.
  }
  if (!record.has("status")) record.set("status", 0);
  return `${record}`;
}

// A number of seconds, or a date.
function seconds(text) {
  const wait = Number(text ?? 0);
  return Math.max(0, Math.ceil(Number.isNaN(wait) ? (Date.parse(text) - Date.now()) / 1000 || 0 : wait));
}
