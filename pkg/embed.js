// For a page that is shown in frames on other sites: what its card is about, and how
// tall it is. The page's own file says what may be asked for; the address only chooses.
(() => {
  const { pages = "", petitions = "petitions/" } = document.currentScript?.dataset ?? {};
  const asked = new URLSearchParams(location.search);
  const secret = /secret=([a-z0-9]+)/i.exec(location.hash)?.[1];
  const marks = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "ss"];
  let told;
  let landed;

  const card = () => document.querySelector("share-sign");
  const warn = (text) => console.warn(`share-sign: ${text}`);

  // How tall the page is, in the words that the sites around it know: this package's
  // frame.js, AMP's <amp-iframe>, and WordPress.
  function tell(again) {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (parent === window || !height || (height === told && again !== true)) return;
    told = height;
    parent.postMessage({ type: "share-sign:height", height }, "*");
    parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
    if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
  }

  // The page to pass on is one of those that the file names: a stranger's frame must not
  // send people to a page of the stranger's.
  function lead(address) {
    try {
      const url = new URL(address, location.href);
      const allowed = pages.split(/\s+/).filter(Boolean).map((page) => new URL(page, location.href));
      if (!allowed.some((page) => page.origin === url.origin && url.pathname.startsWith(page.pathname))) return false;
      card()?.setAttribute("url", url.href);
      return true;
    } catch {
      return false;
    }
  }

  // Who came through a landing link came to the page around the frame. The card reads the
  // marks when it begins.
  function land(search) {
    const found = new URLSearchParams(search);
    const query = new URLSearchParams(location.search);
    const given = marks.filter((name) => found.has(name));
    if (landed || !given.length) return;
    landed = true;
    for (const name of given) query.set(name, found.get(name));
    history.replaceState(history.state, "", `?${query}${location.hash}`);
    card()?.replaceWith(card().cloneNode(true));
  }

  addEventListener("message", ({ data, source }) => {
    if (source !== parent || !data) return;
    if (data.type === "share-sign:page") {
      lead(data.url);
      land(data.search);
    }
    if (data.type === "share-sign:page" || data.message === "ready") tell(true);
  });

  async function show(name) {
    if (!/^[a-z0-9-]{1,64}$/.test(name)) return warn(`expected ?petition= with small letters, digits and hyphens; it is "${name}"`);
    try {
      const response = await fetch(`${petitions}${name}.json`);
      if (!response.ok) throw new Error(`it answered ${response.status}`);
      const json = document.createElement("script");
      json.type = "application/json";
      json.append(JSON.stringify(await response.json()));
      const element = document.createElement("share-sign");
      element.append(json);
      document.body.append(element);
    } catch (error) {
      warn(`the petition ${petitions}${name}.json could not be read: ${error.message}`);
    }
  }

  async function begin() {
    const name = asked.get("petition");
    if (!card() && name) await show(name);
    const [theme, lang, url] = ["theme", "lang", "url"].map((one) => asked.get(one));
    if (/^(light|dark|auto)$/.test(theme)) card()?.setAttribute("theme", theme);
    if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang)) card()?.setAttribute("locale", (document.documentElement.lang = lang));
    if (url && !lead(url)) warn(`expected ?url= to begin with one of data-pages="${pages}"; it is "${url}"`);
    new ResizeObserver(tell).observe(document.documentElement);
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
})();
