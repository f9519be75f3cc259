// Accessible in every state: axe-core finds nothing, in light and in dark.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { inEachEngine } from "./engine.mjs";
import { page, element, post } from "./petition.mjs";
import { story } from "./story.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"));

inEachEngine("Accessibility", (browser) => {
  const check = async (card, state) => {
    const found = await card.run(`
      return axe.run(card, { resultTypes: ["violations"], rules: { region: { enabled: false } } }).then(({ violations, passes }) => ({
        passes: passes.length,
        violations: violations.map(({ id, help, nodes }) =>
          id + ": " + help + " at " + nodes.map(({ target, failureSummary }) => target.join(" ") + " (" + failureSummary.replace(/\\s+/g, " ") + ")").join(", ")),
      }))`);
    assert.deepEqual(found.violations, [], state);
    assert.ok(found.passes > 5, `${state}: axe looked at too little`);
  };

  for (const theme of ["light", "dark"]) {
    story(browser, `in each state, ${theme}`, async ({ site, card: open, destination, until }) => {
      site.page("/axe.js", axe, { "content-type": "text/javascript" });
      const inbox = await destination({ status: 201, delay: 1500 });
      const head = `<script src="/axe.js"></script><style>:root { color-scheme: ${theme}; ${theme === "dark" ? "background: #111; color: #eee" : ""} }</style>`;
      const values = {
        destination: inbox.address,
        theme,
        consent: "required",
        fields: "name* email* comment",
        deadline: "2099-01-01T00:00:00Z",
        channels: "facebook x whatsapp mastodon email sms copy",
        "privacy-url": "/privacy.html",
      };
      const url = site.page("/post.html", page(element(values), { head }));
      const card = await open(url);
      await check(card, "initial");
      await card.sign();
      await card.error("name");
      await check(card, "with errors");
      await card.type("name", "Ada Lovelace");
      await card.type("email", "ada@example.org");
      await card.click("[name=consent][value=yes]");
      await card.sign();
      await until("the sending", async () => (await card.outbox()).length === 1);
      await check(card, "sending");
      await card.part("thanks");
      await until("the end of sending", async () => (await card.outbox()).length === 0);
      await check(card, "thanks");
      await card.click("[data-channel=copy]");
      await until("the word that it was copied", async () => /copied/i.test((await card.partText("status")) ?? ""));
      await check(card, "copied");
      await inbox.down();
      await card.run(`localStorage.clear()`);
      const again = await open(url);
      await again.type("name", "Ada Lovelace");
      await again.type("email", "ada@example.org");
      await again.click("[name=consent][value=no]");
      await again.sign();
      await until("the words that it waits", async () => /not sent yet/.test((await again.partText("thanks")) ?? ""));
      await check(again, "queued");
    });
  }

  story(browser, "with a long form, questions about slips, and a way on", async ({ site, card: open, until }) => {
    site.page("/axe.js", axe, { "content-type": "text/javascript" });
    site.page("/live.json", JSON.stringify([{ name: "Ada L.", comment: "Warm" }]), { "content-type": "application/json" });
    const settings = {
      fields: [
        "first-name*", "email*", "birth-date", "country*", "postcode", "comment", "show-name",
        { id: "role", label: "I am a", kind: "choice", options: ["patient", "doctor"] },
        { id: "visit", label: "I come to the hearing", kind: "tick", required: true },
      ],
      next: [{ label: "Give", url: "https://ngo.example/give" }],
      supporters: "/live.json",
      mode: "stall",
    };
    const body = element({ confirmation: "email" }, `<script type="application/json">${JSON.stringify(settings)}</script>`);
    const card = await open(site.page("/post.html", page(body, { head: `<script src="/axe.js"></script>` })));
    await until("the countries", () => card.run(`return root.querySelector("[name=country]").options.length > 200`));
    await until("who signed", () => card.find("[part=supporters] li"));
    await card.type("email", "ada@gmial.com");
    await card.sign();
    await until("the question", () => card.find("#h-email"));
    await check(card, "errors and a question");
    await card.type("first-name", "Ada");
    await card.click("[name=visit]");
    await card.run(`const country = root.querySelector("[name=country]"); country.value = "FR"; country.dispatchEvent(new Event("input", { bubbles: true, composed: true }))`);
    await card.sign();
    await card.part("thanks");
    await check(card, "thanks at a stall");
  });

  story(browser, "after the deadline, and where copying failed", async ({ site, card: open, until }) => {
    site.page("/axe.js", axe, { "content-type": "text/javascript" });
    const head = `<script src="/axe.js"></script><script>
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } });
      document.execCommand = () => false;</script>`;
    const card = await open(site.page("/post.html", post({ deadline: "2020-01-01T00:00:00Z" }, { head })));
    await check(card, "closed");
    await card.click("[data-channel=copy]");
    await until("the link to copy by hand", () => card.shown("input[readonly]"));
    await check(card, "copying by hand");
  });

  story(browser, "tells its language, its progress and its changes", async ({ site, card: open }) => {
    const card = await open(site.page("/post.html", post({}, { lang: "fr" })));
    const told = await card.run(`
      const status = root.querySelector("[part~=status]");
      const bar = root.querySelector("progress");
      return { role: status.getAttribute("role"), lang: status.closest("[lang]").lang, bar: bar.getAttribute("aria-label"), heading: root.querySelector("h2").innerText }`);
    assert.equal(told.role, "status");
    assert.equal(told.lang, "fr");
    assert.match(told.bar, /500/);
    // The very element must stay: a live region that is replaced says nothing.
    await card.run(`window.__status = root.querySelector("[part~=status]")`);
    await card.sign();
    assert.ok(await card.run(`return window.__status === root.querySelector("[part~=status]") && window.__status.textContent.length > 5`));
  });
});
