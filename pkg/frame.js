// For a page with petitions in frames: gives each <iframe data-share-sign> the height that
// its own content says, and tells it which page it stands on.
(() => {
  const frames = () => [...document.querySelectorAll("iframe[data-share-sign]")];
  // Who goes back or reloads has not arrived again.
  const again = /reload|back/.test(performance.getEntriesByType("navigation")[0]?.type);
  const marks = () => {
    const all = [...new URLSearchParams(again ? "" : location.search)];
    return `${new URLSearchParams(all.filter(([name]) => /^(utm_(source|medium|campaign|content)|ss)$/.test(name)))}`;
  };
  const page = () => ({
    type: "share-sign:page",
    url: document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname,
    search: marks(),
  });
  const originOf = ({ src }) => new URL(src, document.baseURI).origin;

  addEventListener("message", ({ data, source, origin }) => {
    if (data?.type !== "share-sign:height") return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    // A sandboxed frame says that it is of no origin.
    if (!frame || ![originOf(frame), "null"].includes(origin)) return;
    const { height } = data;
    if (!(Number.isFinite(height) && height >= 1)) return;
    frame.style.boxSizing = "content-box";
    frame.style.height = `${Math.min(height, 10000)}px`;
    if (!("told" in frame.dataset)) tell(frame);
  });

  function tell(frame) {
    frame.dataset.told = "";
    frame.contentWindow?.postMessage(page(), frame.hasAttribute("sandbox") ? "*" : originOf(frame));
  }
  const tellAll = () => frames().forEach((frame) => frame.contentWindow?.postMessage({ message: "ready" }, "*"));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", tellAll);
  else tellAll();
})();
