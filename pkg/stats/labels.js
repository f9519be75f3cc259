// Names of days, hours and dates, which the browser knows in each language.

const HOUR = 3_600_000;
// A Monday.
const MONDAY = Date.UTC(2024, 0, 1);

const format = (language, options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });

/** The names that a panel in `language` is drawn with, one a line. */
export function names(language) {
  const days = (weekday) => Array.from({ length: 7 }, (_, day) => format(language, { weekday }).format(MONDAY + day * 24 * HOUR)).join("\n");
  const { hour12 } = format(language, { hour: "numeric" }).resolvedOptions();
  const clock = format(language, hour12 ? { hour: "numeric" } : { hour: "2-digit", minute: "2-digit" });
  return {
    days: days("long"),
    shortDays: days("short"),
    hours: Array.from({ length: 24 }, (_, hour) => clock.format(MONDAY + hour * HOUR)).join("\n"),
    defaultTime: format(language, { hour: "numeric", minute: "2-digit" }).format(MONDAY + 20.5 * HOUR),
  };
}

const points = {
  hour: { hour: "numeric", minute: "2-digit" },
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
};

/** What the points of the line are called, one a line. */
export function labels(language, unit, starts) {
  const { format: name } = format(language, points[unit]);
  return starts.map(name).join("\n");
}
