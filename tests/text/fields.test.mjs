// What we take for an address, a number, a postcode or a country, against packages
// that many forms use, and a table against the reader that most pages use.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import countries from "i18n-iso-countries";
import papaparse from "papaparse";
import validator from "validator";

const root = fileURLToPath(new URL("../../", import.meta.url));

function ask(questions) {
  const output = execFileSync("cargo", ["run", "--quiet", "--example", "validate"], {
    cwd: root,
    input: questions.map((question) => JSON.stringify(question)).join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return output.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** Numbers below `limit` that are the same each time. */
function chance(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const of = (next, list) => list[next(list.length)];

/** Addresses from the pieces that matter, right and wrong ones. */
function addresses(count) {
  const next = chance(7);
  const letters = ["a", "ada", "Z", "0", "x-y", "o'neill", "a_b", "tag+1", ".", "..", "-", "é", "日本", "!", "#", " ", "@", "\"", ",", "(", "<"];
  const domain = ["example", "b", "sub.example", "xn--80ak6aa92e", "bücher", "-x", "x-", "a_b", "1", "", "a..b", "gmail", "例子"];
  const tops = ["org", "com", "co.uk", "museum", "рф", "xn--p1ai", "x", "1", "", "c-m", "广告"];
  return Array.from({ length: count }, () => {
    const local = Array.from({ length: 1 + next(3) }, () => of(next, letters.slice(0, next(4) ? 8 : letters.length))).join("");
    return `${local}@${of(next, domain)}.${of(next, tops)}`;
  });
}

test("addresses are taken and refused as by validator.js, but where we differ on purpose", () => {
  const list = [...new Set(addresses(20_000))];
  const ours = ask(list.map((text) => ({ field: "email", text })));
  const options = { allow_utf8_local_part: true, domain_specific_validation: false, allow_underscores: false };
  const differ = list.filter((text, index) => ours[index].plausible !== validator.isEmail(text, options));
  // Quoted names exist, but in a form a quotation mark is a slip.
  assert.deepEqual(differ.filter((text) => !text.includes('"')).slice(0, 10), []);
  assert.ok(ours.filter(({ plausible }) => plausible).length > list.length / 10);
  assert.ok(ours.filter(({ plausible }) => !plausible).length > list.length / 10);
});

test("no address that is suggested is refused, and none is suggested for a suggestion", () => {
  const next = chance(3);
  const hosts = ["gmail.com", "yahoo.fr", "hotmail.co.uk", "outlook.com", "icloud.com", "t-online.de", "wanadoo.fr", "free.fr"];
  const slip = (text) => {
    const at = next(text.length);
    const keys = "abcdefghijklmnopqrstuvwxyz.,";
    return of(next, [
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + of(next, [...keys]) + text.slice(at),
      text.slice(0, at) + of(next, [...keys]) + text.slice(at + 1),
      text.slice(0, at) + text.slice(at, at + 2).split("").reverse().join("") + text.slice(at + 2),
    ]);
  };
  const list = Array.from({ length: 4000 }, () => {
    const host = of(next, hosts);
    return { host, text: `ada@${slip(host)}` };
  });
  const meant = ask(list.map(({ text }) => ({ field: "email", text }))).map(({ suggestion }) => suggestion);
  const wrong = list.filter(({ host, text }, index) => meant[index] && meant[index] !== `ada@${host}` && text !== `ada@${host}`);
  // A slip of one well-known name may be nearer to another one's.
  assert.ok(wrong.length < list.length / 100, wrong.slice(0, 5).map(({ text }) => text).join());
  const found = meant.filter(Boolean);
  assert.ok(found.length > list.length / 2, `${found.length} of ${list.length}`);
  const again = ask(found.map((text) => ({ field: "email", text })));
  assert.deepEqual(again.filter(({ plausible, suggestion }) => !plausible || suggestion), []);
});

test("phone numbers that a country’s rules know are numbers to us", () => {
  const next = chance(11);
  const list = [];
  for (const locale of validator.isMobilePhoneLocales) {
    // Numbers by chance that this country's rule takes.
    for (let tries = 0, found = 0; tries < 20_000 && found < 3; tries += 1) {
      const digits = Array.from({ length: 7 + next(7) }, () => next(10)).join("");
      const text = of(next, ["", "+", "0"]) + digits;
      if (validator.isMobilePhone(text, locale)) {
        found += 1;
        list.push(text, text.replace(/(\d{3})(?=\d)/g, "$1 "));
      }
    }
  }
  assert.ok(list.length > 300, `${list.length}`);
  const ours = ask(list.map((text) => ({ field: "phone", text })));
  assert.deepEqual(list.filter((_, index) => !ours[index].plausible), []);
});

test("no postcode that validator.js takes is refused", () => {
  const next = chance(5);
  const shapes = ["9", "99", "999", "9999", "99999", "999999", "9999999", "999 99", "99-999", "9999-999", "99999-9999", "99999-999", "999-9999", "9999 AA", "A9A 9A9", "AA9 9AA", "A99 9AA", "AA99 9AA", "A9A 9AA", "A99 A999", "AA-9999", "AAA 9999", "AA9999", "AAAA 9AA", "999-99", "A-9999"];
  const fill = (shape) => shape.replace(/9/g, () => next(10)).replace(/A/g, () => of(next, [..."ABCDEFGHIJKLMNOPRSTUVWXYZ"]));
  const questions = [];
  for (const country of validator.isPostalCodeLocales) {
    if (!/^[A-Z]{2}$/.test(country)) continue;
    for (const shape of shapes) {
      for (let tries = 0; tries < 30; tries += 1) {
        const text = fill(shape);
        if (validator.isPostalCode(text, country)) questions.push({ field: "postcode", country, text });
      }
    }
  }
  const covered = new Set(questions.map(({ country }) => country));
  assert.ok(covered.size > 50, `${covered.size}`);
  const ours = ask(questions);
  const refused = questions.filter((_, index) => ours[index].example !== null);
  assert.deepEqual(refused.slice(0, 10), []);
});

test("nonsense is refused where the shape is known", () => {
  const known = validator.isPostalCodeLocales.filter((country) => /^[A-Z]{2}$/.test(country));
  const ours = ask(known.map((country) => ({ field: "postcode", country, text: "no idea at all" })));
  assert.deepEqual(known.filter((_, index) => !ours[index].example), []);
  const again = ask(known.map((country, index) => ({ field: "postcode", country, text: ours[index].example ?? "" })));
  assert.deepEqual(again.filter(({ example }) => example), [], "the example itself is right");
});

test("the countries are those of ISO 3166-1, and Kosovo", () => {
  const [{ codes }] = ask([{ countries: true }]);
  assert.deepEqual(codes, [...new Set([...Object.keys(countries.getAlpha2Codes()), "XK"])].sort());
});

test("a table reads back as it was, and holds no formula", () => {
  const next = chance(9);
  const pieces = ["Ada", ",", ";", "\"", "\r\n", "\n", "\t", " ", "=1+1", "+33 1", "-2", "@SUM(A1)", "é", "日本", "'", "|", "\u{feff}", "＝1", "0"];
  const text = () => Array.from({ length: next(5) }, () => of(next, pieces)).join("");
  const rows = Array.from({ length: 3000 }, () => ["id", "name", "comment"].map((name) => [name, text()]));
  const [{ csv }] = ask([{ rows }]);
  assert.ok(csv.startsWith("\u{feff}"));
  const { data, errors } = papaparse.parse(csv, { header: true, delimiter: ",", newline: "\r\n", skipEmptyLines: "greedy" });
  assert.deepEqual(errors, []);
  const full = rows.filter((row) => row.some(([, cell]) => cell.trim()));
  const bare = (cell) => (cell ?? "").replaceAll("'", "");
  const kept = data.filter((row) => Object.values(row).some((cell) => bare(cell).trim()));
  const wanted = full.filter((row) => row.some(([, cell]) => bare(cell).trim()));
  assert.deepEqual(
    kept.map((row) => ["id", "name", "comment"].map((name) => bare(row[name]))),
    wanted.map((row) => row.map(([, cell]) => bare(cell))),
  );
  const cells = data.flatMap(Object.values);
  assert.deepEqual(cells.filter((cell) => /^[\s\u{feff}"]*[=+\-@＝]/u.test(cell)), []);
  assert.ok(cells.filter((cell) => cell.startsWith("'")).length > 100);
});
