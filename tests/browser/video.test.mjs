// The campaign's video: a still, and nothing of its host before the click.

import assert from "node:assert/strict";
import { inEachEngine } from "./engine.mjs";
import { post } from "./petition.mjs";
import { story } from "./story.mjs";

const film = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
const requests = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /youtu|vimeo/.test(name))";

inEachEngine("Video", (browser) => {
  story(browser, "keeps its place, and asks its host for nothing before the click", async ({ site, card: open, until, driver }) => {
    const card = await open(site.page("/post.html", post({ video: film })));
    const height = await card.run("return root.querySelector('[part=video]').offsetHeight");
    await until("the still", () => card.shown("[part=video] .play"));
    assert.equal(await card.run("return root.querySelector('[part=video]').offsetHeight"), height, "nothing moves");
    assert.equal(await card.run("return root.querySelector('[part=video] a').href"), film, "a link where nothing can play it");
    assert.deepEqual(await driver.executeScript(requests), []);
    assert.equal(await card.find("iframe"), null);

    // The frame must not reach for the real host here.
    await card.run(`
      const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "src");
      Object.defineProperty(HTMLIFrameElement.prototype, "src", { ...source, set(value) { this.dataset.asked = value } });`);
    await card.click("[part=video] a");
    const frame = await until("the player", () => card.run(`
      const frame = root.querySelector("iframe");
      return frame && { asked: frame.dataset.asked, title: frame.title, policy: frame.referrerPolicy }`));
    assert.deepEqual(frame, {
      asked: "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1",
      title: "Keep the library open",
      policy: "strict-origin-when-cross-origin",
    });
    await card.run("card.refresh()");
    assert.ok(await card.find("iframe"), "drawing the card again does not stop it");
  });

  story(browser, "plays a file by itself", async ({ site, card: open, until }) => {
    const card = await open(site.page("/post.html", post({ video: "/film.webm", image: "/card.png" })));
    await until("the still", () => card.find("[part=video] img"));
    await card.click("[part=video] a");
    assert.match(await until("the video", () => card.run("return root.querySelector('video')?.src")), /^http:.*\/film\.webm$/);
  }, { complains: [] });
});
