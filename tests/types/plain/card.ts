// The class, its methods and its events, as a page without a framework uses them.
import { ShareSignElement, channels, measure, shareLinks } from "share-sign";
import type { ChannelId, Counts, ShareLink, ShareSignAttributes, WaitingSignature } from "share-sign";
import "share-sign/define";
import { ShareSignStatsElement, fold } from "share-sign/stats";
import { program } from "share-sign/wasm";

ShareSignElement.define("my-petition");
ShareSignStatsElement.define();
fold("keep-the-library");
export const size: number = program().length;

const card = document.createElement("share-sign");
card.share("facebook");
card.refresh();
export const links: ShareLink[] = card.links();
export const waiting: WaitingSignature[] = card.outbox();
export const clicks: number | undefined = card.stats()?.totals.share;
export const perChannel: Counts | undefined = card.stats()?.channels["x"];
// @ts-expect-error: before the card is drawn there are none
card.stats().totals;
// @ts-expect-error: settings are attributes
card.headline = "Keep the library open";

card.addEventListener("share-sign:sign", ({ detail }) => detail.id.toUpperCase());
document.addEventListener("share-sign:share", ({ detail }) => detail.channel + detail.href);
addEventListener("share-sign:sent", ({ detail }) => {
  // @ts-expect-error: no such outcome
  if (detail.outcome === "refused") return;
});
card.addEventListener("share-sign:copy", ({ detail }) => {
  // @ts-expect-error: a copy has no id
  return detail.id;
});

export const ids: ChannelId[] = channels().map(({ id }) => id);
shareLinks({ url: "https://example.org/", hashtags: ["library"], messages: { default: "All", x: ["One", "Two"] } }, ["x", "email"]);
measure("x", "Keep the library open").used.toFixed();
// @ts-expect-error: there is no such channel
measure("google-plus", "Keep the library open");
// @ts-expect-error: a campaign needs its address
shareLinks({ headline: "Keep the library open" });
// @ts-expect-error: no such way of tracking
shareLinks({ url: "https://example.org/", tracking: "some" });

export const settings: ShareSignAttributes = { campaign: "keep-the-library", goal: 500, "privacy-url": "/privacy", via: undefined };
// @ts-expect-error: no such mode
settings.mode = "kiosk";
// @ts-expect-error: names are those of HTML
settings.privacyUrl = "/privacy";
