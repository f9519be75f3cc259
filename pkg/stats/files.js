// Files that a panel on another device has saved.

const HOUR = 3_600_000;
const hour = (text) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new TypeError(`no date: ${text}`);
  return Math.floor(at / HOUR);
};

/** What was counted, by replica, in the form that the program takes. Throws where `text` is no export of `campaign`. */
export function replicas(text, campaign) {
  const file = JSON.parse(text);
  if (file.format !== "share-sign counts" || file.version !== 1 || file.campaign !== campaign) {
    throw new TypeError("no export of this campaign");
  }
  return file.replicas.map(({ replica, daysBefore, monthsBefore, counts }) => ({
    replica: `${replica}`,
    days: hour(daysBefore),
    months: hour(monthsBefore),
    lines: counts
      .map(({ start, kind, channel, variant, n }) => [hour(start), kind, encodeURIComponent(channel), encodeURIComponent(variant), n].join("\t"))
      .join("\n"),
  }));
}
