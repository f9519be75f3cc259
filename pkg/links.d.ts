import type { ChannelId } from "./channels.js";
export type { ChannelId } from "./channels.js";

/** A campaign, as far as share links need it. The names are those of the attributes, in camelCase. */
export interface LinkCampaign {
  /** The address to share; only `http:` and `https:`. */
  url: string;
  /** What is asked for, in one line: the title, and the message where there is no other. */
  headline?: string;
  /** The cause in a few sentences: the body of mails. */
  text?: string;
  /** Id of the campaign, which goes into `utm_campaign`. */
  campaign?: string;
  /** Without their `#`: a list, or one text with spaces between. */
  hashtags?: string | readonly string[];
  /** Account to mention on X. */
  via?: string;
  /** Address of a picture, for the channels that take one. */
  image?: string;
  /** Address of the campaign's video; on YouTube it is what the channel leads to. */
  video?: string;
  /** One message, several, or by channel id (`default` for all others). Of several the first is used. */
  messages?: string | readonly string[] | Partial<Record<ChannelId | "default", string | readonly string[]>>;
  /** What the links carry: `full` and `utm` (channel and campaign), or `off` (nothing). */
  tracking?: "full" | "utm" | "off";
}

/** One channel's share link. */
export interface MadeLink {
  channel: ChannelId;
  /** Opens the channel with the message filled in. Empty where it depends on the supporter's own server. */
  href: string;
  /** The message as the channel carries it, cut to its limit; empty where it takes none. */
  text: string;
  /** The landing link: the campaign's address, marked for this channel. */
  url: string;
}

/**
 * The share links of a campaign: for the channels named, in this order, or for all
 * of them. Settings that cannot be used are named on the console.
 */
export declare function shareLinks(campaign: LinkCampaign, channels?: Iterable<ChannelId>): MadeLink[];

/** What there is to know of a channel. */
export interface Channel {
  id: ChannelId;
  /** Proper name; empty where each language has its own word for it. */
  name: string;
  category: "device" | "messenger" | "social" | "mail" | "federated" | "blog" | "professional" | "bookmark" | "other";
  /** What a click does. `paste` opens the page for a new post with the message on the clipboard. */
  kind: "link" | "mail" | "sms" | "copy" | "text" | "device" | "paste" | "federated" | "app" | "qr" | "print";
  /** What it takes of a campaign: `text`, `title`, `url`, `hashtag`, `hashtags`, `via`, `image`, `server`. */
  accepts: string[];
  /** The longest message in the channel's own units; 0 where it takes none. */
  limit: number;
}

/** All channels, in the catalogue's order. */
export declare function channels(): Channel[];

/** How much of a channel's room a message takes. */
export interface Measure {
  /** In the channel's own units, the link included where it counts. It fits while `used <= limit`. */
  used: number;
  limit: number;
  /** How many text messages it makes; 0 on all other channels. */
  parts: number;
}

/**
 * Measures a message as the channel counts it; `url` is the link that goes with it.
 * @throws RangeError for a channel that does not exist.
 */
export declare function measure(channel: ChannelId, text: string, url?: string): Measure;
