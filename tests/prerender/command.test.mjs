// `share-sign prerender` in both forms, on a generated site.
import assert from "node:assert/strict";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import test, { after, before, describe } from "node:test";
import { makeSite } from "./pages.mjs";
import { contents, inFolder, run } from "./run.mjs";
import { treeWithoutCards } from "./tree.mjs";

const PAGES = 600;
const options = ["--site", "https://example.org/blog/", "--now", "2026-12-01T00:00Z"];

/** Pages that are not as other pages are. */
const odd = {
  "latin.htm": Buffer.from('<meta charset=iso-8859-1><title>caf\xe9</title>\r\n<share-sign headline="\x84\xe9\x93"></share-sign>\r\n\xe9', "latin1"),
  "mark.html": "\ufeff<title>é 🙏</title><body><script src=share-sign.js data-text='\n'></script>",
  "plain.html": "<title>No card</title>share-sign",
  "nothing.html": "",
  "über uns/index.html": "<title>Über uns</title><share-sign></share-sign>",
  "notes.txt": "<share-sign></share-sign>",
  "node_modules/a/index.html": "<title>a</title><share-sign></share-sign>",
  "wrong.html":
    '<title>a</title>\n<body>\n<share-sign goal="many"\n channels="x nope"></share-sign>\n<share-sign><script type="application/json">\n{ "goal": }\n</script></share-sign>\n<share-sign campaign="open">',
};

describe("The command", () => {
  let done;
  let original;
  let filled;
  before(async () => {
    await inFolder(undefined, async (folder) => {
      await makeSite(folder, PAGES);
      for (const [path, content] of Object.entries(odd)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
      original = await contents(folder);
      done = {};
      filled = {};
      for (const which of ["native", "npm"]) {
        await inFolder(folder, async (copy) => {
          done[which] = await run(which, copy, "prerender", "./", ...options);
          filled[which] = await contents(copy);
          done[which].again = await run(which, copy, "prerender", "./", ...options);
          filled[which].again = await contents(copy);
          done[which].removed = await run(which, copy, "prerender", "./", "--remove");
          filled[which].removed = await contents(copy);
        });
      }
    });
  });

  const same = (one, other, words) => {
    assert.deepEqual([...one.keys()].sort(), [...other.keys()].sort());
    for (const [path, content] of one) assert.ok(content.equals(other.get(path)), `${path} ${words}`);
  };

  test("says what is wrong, where, and does the rest", () => {
    const { code, stdout, stderr } = done.npm;
    assert.equal(code, 1);
    assert.equal(stdout, "606 pages, 605 cards, 604 changed, 4 problems\n");
    const lines = stderr.trim().split("\n");
    assert.equal(lines.length, 4);
    assert.match(lines[0], /^\.\/wrong\.html:3: goal="many" cannot be used/);
    assert.match(lines[1], /wrong\.html:4: channels="nope" cannot be used/);
    assert.match(lines[2], /wrong\.html:6: page\.json-error="expected value" cannot be used/);
    assert.match(lines[3], /wrong\.html:8: this <share-sign> has no end tag/);
    assert.deepEqual({ ...done.native, again: 0, removed: 0 }, { ...done.npm, again: 0, removed: 0 });
  });

  test("gives the same bytes natively and from npm", () => same(filled.native, filled.npm, "differs"));

  test("changes nothing that a parser sees outside of the cards", () => {
    let cards = 0;
    for (const [path, content] of filled.npm) {
      const html = content.toString("latin1");
      const now = treeWithoutCards(html);
      assert.equal(now.tree, treeWithoutCards(original.get(path).toString("latin1")).tree, path);
      cards += now.cards;
    }
    assert.equal(cards, 605);
  });

  test("changes nothing when it runs again, and gives everything back", () => {
    for (const which of ["native", "npm"]) {
      same(filled[which], filled[which].again, "changed in the second run");
      assert.match(done[which].again.stdout, / 0 changed,/);
      same(filled[which].removed, original, "is not what it was");
      assert.equal(done[which].removed.code, 0);
    }
  });

  test("knows each page's address", () => {
    const html = filled.npm.get("über uns/index.html").toString();
    assert.match(html, /u=https%3A%2F%2Fexample\.org%2Fblog%2F%25C3%25BCber%2520uns%2F%3Futm_source/);
    assert.ok(!html.includes("&#"), "letters stay letters in UTF-8");
    assert.match(filled.npm.get("latin.htm").toString("latin1"), /&#8222;&#233;&#8220;<\/h2>.*\r\n\xe9$/s);
  });

  for (const which of ["native", "npm"]) {
    test(`writes the style sheet where it is asked to (${which})`, () =>
      inFolder(undefined, async (folder) => {
        await writeFile(join(folder, "a.html"), "<title>a</title><share-sign></share-sign>", { mode: 0o640 });
        const { code } = await run(which, folder, "prerender", "./", ...options, "--css", "link=/card.css", "--css-file", "./card.css");
        assert.equal(code, 0);
        const html = await readFile(join(folder, "a.html"), "utf8");
        assert.match(html, /data-share-sign><link rel="stylesheet" href="\/card\.css"><article/);
        assert.ok(!html.includes("<style"));
        assert.match(await readFile(join(folder, "card.css"), "utf8"), /^:host\{.*@media \(scripting:none\)\{\.unscripted/s);
        assert.equal((await stat(join(folder, "a.html"))).mode & 0o777, 0o640);
        assert.deepEqual([...(await contents(folder)).keys()].sort(), ["a.html", "card.css"], "nothing else is left there");
      }));

    test(`helps who asks and who errs (${which})`, async () => {
      const help = await run(which, ".", "--help");
      assert.equal(help.code, 0);
      assert.match(help.stdout, /^Usage: share-sign prerender DIR/);
      assert.match((await run(which, ".", "--version")).stdout, /^share-sign \d+\.\d+\.\d+/);
      const wrong = await run(which, ".", "prerender", "--fast");
      assert.equal(wrong.code, 2);
      assert.match(wrong.stderr, /^share-sign: there is no option --fast\n\nUsage:/);
      const nowhere = await run(which, ".", "prerender", "/no/such/folder");
      assert.equal(nowhere.code, 2);
      assert.match(nowhere.stderr, /^share-sign: \/no\/such\/folder cannot be read: /);
    });
  }
});
