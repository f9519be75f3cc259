/** What a channel gets of a campaign. */
export interface ShareLink {
  /** Channel id, `facebook`. */
  channel: string;
  /** The share link: the address that opens the channel with the message filled in. */
  href: string;
  /** The message as the channel will carry it; empty where it takes none. */
  text: string;
  /** The landing link: the campaign's address, marked for this channel. */
  url: string;
  /** The campaign's headline. */
  title: string;
  /** Which wording it is, where there are several: `a`, `b`, …, or `own`. */
  variant?: string;
  /** What a click puts on the clipboard. */
  copy?: string;
  /** The dialog that a click opens: `qr`, `print`, `server`. */
  open?: string;
}

/** How often each thing happened. A `share` is a click on a channel; what was posted then nobody can know. */
export interface Counts {
  view?: number;
  arrival?: number;
  share?: number;
  copy?: number;
  sign?: number;
  sent?: number;
}

/** What this browser has counted for a campaign. */
export interface Stats {
  campaign: string;
  /** This browser's own random name. */
  replica: string;
  totals: Required<Counts>;
  /** By channel id; only channels and kinds that occurred. */
  channels: Record<string, Counts>;
}

/** A signature that waits on this device. No personal data. */
export interface WaitingSignature {
  /** UUID, made once. */
  id: string;
  campaign: string;
  /** When it was signed, ISO 8601 in UTC. */
  time: string;
  /** How often it was tried in vain. */
  attempts: number;
  /** Not tried before this moment, in milliseconds since 1970. */
  next: number;
  /** Whether the destination will not take it unless the supporter changes it. */
  refused: boolean;
}

/** The element `<share-sign>`. */
export declare class ShareSignElement extends HTMLElement {
  /** Registers the element. Harmless on a server, and when the name is taken already. */
  static define(name?: string): void;
  /** Where the script-tag file finds its other files, with a slash at its end. */
  static base: string | undefined;
  /** Does what a click on the channel does; call it inside a click. */
  share(channel: string): void;
  /** The share links on the card, in order. */
  links(): ShareLink[];
  /** What this browser has counted; null before the card is drawn. */
  stats(): Stats | null;
  /** The signatures of this campaign that wait on this device. */
  outbox(): WaitingSignature[];
  /** Reads the settings again and draws the card. Changed attributes do so by themselves. */
  refresh(): void;
}

/**
 * The attributes of `<share-sign>`, as they are written in HTML; all are optional. What
 * is said "in JSON" is JSON text.
 */
export interface ShareSignAttributes {
  /** Id of the campaign: small letters, digits and hyphens, never changed. Default: made from the page's address. */
  campaign?: string | undefined;
  /** What is asked for, in one line. Default: the page's og:title, else its title. */
  headline?: string | undefined;
  /** The cause in a few sentences; line breaks part paragraphs. Default: the page's og:description. */
  text?: string | undefined;
  /** Who is addressed. */
  target?: string | undefined;
  /** Address of a picture. */
  image?: string | undefined;
  /** What the picture shows, for whoever does not see it. */
  "image-alt"?: string | undefined;
  /** The campaign's video: an address on YouTube, Vimeo or PeerTube, or of a file. */
  video?: string | undefined;
  /** `yes` hands the picture over with the message where the device's share sheet takes both. */
  "share-image"?: "yes" | undefined;
  /** The address to share. Default: the page's canonical link, else its own address. */
  url?: string | undefined;
  /** Hashtags for the channels that take them, separated by spaces. */
  hashtags?: string | undefined;
  /** Account to mention on X. */
  via?: string | undefined;
  /** A number, or several ("500 2000 10000"): the next one unreached is shown, and past the last it stretches by itself. */
  goal?: string | number | undefined;
  /** The count known when the page was made. */
  signatures?: string | number | undefined;
  /** When it ends: ISO 8601 with zone, or a date. */
  deadline?: string | undefined;
  /** Ids of the channels, in order. */
  channels?: string | undefined;
  /** The message for all channels; in JSON an object of texts by channel id and "default". */
  messages?: string | undefined;
  /** In JSON: a list of rallies and town halls with title, start, end, place, address, url, facebook. */
  events?: string | undefined;
  /** The form's fields in order, with * where required; see the README. */
  fields?: string | undefined;
  /** The country that is chosen beforehand, as FR. */
  country?: string | undefined;
  /** yes: the page's address fills in the form (ss_email=…). */
  prefill?: "yes" | undefined;
  /** none, opt-in or required: whether the form asks to keep the supporter informed. */
  consent?: "none" | "opt-in" | "required" | undefined;
  /** The question for consent in the campaign's own words. */
  "consent-text"?: string | undefined;
  /** The answer yes in the campaign's own words. */
  "consent-yes"?: string | undefined;
  /** The answer no in the campaign's own words. */
  "consent-no"?: string | undefined;
  /** The campaign's name for this wording. */
  "consent-version"?: string | undefined;
  /** Where the page says what happens to the data. */
  "privacy-url"?: string | undefined;
  /** Where signatures go: local, link:, mailto:, form:, json:, osdi:, proca:, postgrest: or couchdb: with an address. Without one there is no form. */
  destination?: string | undefined;
  /** email: the destination mails a link to confirm. */
  confirmation?: "email" | undefined;
  /** Where a supporter can withdraw a signature that was sent. */
  "withdraw-url"?: string | undefined;
  /** In JSON: what to do after signing. */
  next?: string | undefined;
  /** Where the number of signatures is read: an address with a JSON pointer behind #, or off. */
  count?: string | undefined;
  /** Who signed last: an address with a JSON pointer to a list, or destination. */
  supporters?: string | undefined;
  /** Where it is read how many have signed through the supporter's own link: an address with `{token}` in it and a JSON pointer, or `destination` with `postgrest:`. */
  referrals?: string | undefined;
  /** stall: one person signs after the other. */
  mode?: "page" | "stall" | undefined;
  /** Language of the card. Default: the nearest lang, else the browser's. */
  locale?: string | undefined;
  /** auto, light or dark. */
  theme?: "auto" | "light" | "dark" | undefined;
  /** full, utm or off: what landing links carry and whether anything is counted. */
  tracking?: "full" | "utm" | "off" | undefined;
  /** keep: the marks of a landing link stay in the address bar. */
  marks?: "keep" | undefined;
  /** The analytics on the page that may be told of arrivals, clicks and signatures. */
  analytics?: string | undefined;
  /** An address of the page's own that is told what this browser has counted, when the page is left. */
  report?: string | undefined;
  /** Which parts are shown: cause, progress, sign, share. */
  parts?: string | undefined;
}

/** `detail` of the events. */
export interface ShareSignEventDetails {
  "share-sign:ready": { campaign: string };
  "share-sign:view": { campaign: string };
  "share-sign:arrival": { campaign: string; channel: string; variant: string };
  "share-sign:before-share": { campaign: string } & ShareLink;
  "share-sign:share": { campaign: string } & ShareLink;
  "share-sign:copy": { campaign: string; channel: string; url: string };
  "share-sign:before-sign": { campaign: string };
  "share-sign:sign": { campaign: string; id: string };
  "share-sign:sent": { campaign: string; id: string; outcome: "accepted" | "already-signed" | "unconfirmed" };
  "share-sign:withdraw": { campaign: string };
  "share-sign:error": {
    campaign?: string;
    code: string;
    message: string;
    attribute?: string;
    value?: string;
    expected?: string;
    id?: string;
  };
}

/** What a listener to each of the events gets. */
export type ShareSignEvents = { [Name in keyof ShareSignEventDetails]: CustomEvent<ShareSignEventDetails[Name]> };

declare global {
  interface HTMLElementTagNameMap {
    "share-sign": ShareSignElement;
  }
  interface HTMLElementEventMap extends ShareSignEvents {}
  interface DocumentEventMap extends ShareSignEvents {}
  interface WindowEventMap extends ShareSignEvents {}
}
