// Rallies and town halls, in the visitor's own time.
import { save as saveFile } from "./file.js";

/** The list as HTML; an empty text where nothing is to come. */
export function drawEvents(program, host) {
  const { texts, lines } = upcoming(program, host);
  return program.events(host.settings, lines.join("\n"), texts.join("\n"));
}

function upcoming(program, host) {
  const lines = program.upcoming(host.settings).split("\n").filter(Boolean);
  const format = new Intl.DateTimeFormat(host.languages[0], {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  const texts = lines.map((line) => {
    const [, start, end] = line.split(" ").map(Number);
    return format.formatRange(start, end);
  });
  return { texts, lines };
}

/** Does what a click on an event asks for. */
export function listen(program, host, place) {
  place.addEventListener("click", ({ target }) => {
    const { calendar, invite } = target.dataset;
    if (calendar) {
      saveFile(program.ics(host.settings, +calendar, location.host), "text/calendar", "event.ics");
    } else if (invite) {
      const { texts, lines } = upcoming(program, host);
      const at = lines.findIndex((line) => line.startsWith(`${invite} `));
      const [landing] = host.ask("link", "copy").map((record) => new URLSearchParams(record).get("url"));
      const [text, url] = program.invitation(host.settings, +invite, texts[at] ?? "", landing).split("\n");
      tell(host, place, text, url, program);
    }
  });
}

async function tell(host, place, text, url, program) {
  if (navigator.share) {
    // That the supporter closes the share sheet is no error.
    navigator.share({ text, url }).catch(() => {});
    return;
  }
  const status = place.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(`${text}\n${url}`);
    status.textContent = program.say_copied();
  } catch {
    // What cannot be copied is there to be copied by hand.
    status.textContent = `${text}\n${url}`;
    getSelection().selectAllChildren(status);
  }
}
