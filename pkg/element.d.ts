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

type ShareSignEvents = { [Name in keyof ShareSignEventDetails]: CustomEvent<ShareSignEventDetails[Name]> };

declare global {
  interface HTMLElementTagNameMap {
    "share-sign": ShareSignElement;
  }
  interface HTMLElementEventMap extends ShareSignEvents {}
  interface DocumentEventMap extends ShareSignEvents {}
}
