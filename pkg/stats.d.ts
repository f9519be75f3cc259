/**
 * `<share-sign-stats campaign="…">`: what this browser has counted for a campaign, and what
 * was imported from others. Importing this file defines the element.
 *
 * Attributes: `campaign` (required), `headline`, `locale`, `theme` (`light` or `dark`),
 * `time-zone` (the audience's, `Europe/Paris`; the visitor's own otherwise). A
 * `<script type="application/json">` inside may hold what happened when:
 * `{ "events": [{ "start": "2026-11-23T20:30", "title": "Posted in three groups" }] }`.
 */
export class ShareSignStatsElement extends HTMLElement {
  /** Defines the element under another name. */
  static define(name?: string): void;
  /** The campaign's id. */
  campaign: string;
  /** Reads settings and counts again, and draws. */
  refresh(): Promise<void>;
}

/** The attributes of `<share-sign-stats>`, as they are written in HTML. */
export interface ShareSignStatsAttributes {
  /** Id of the campaign, as on its card. Required. */
  campaign: string;
  /** What stands above the figures. Default: the headline of the campaign's card on the same page, else the id. */
  headline?: string | undefined;
  /** Language tag of the panel. Default: the page's, then the visitor's. */
  locale?: string | undefined;
  /** `light` or `dark`. Default: as the page. */
  theme?: "light" | "dark" | undefined;
  /** The audience's time zone, like `Europe/Paris`. Default: the visitor's own. */
  "time-zone"?: string | undefined;
}

/** Folds what is old of the campaign's counts, as happens by itself from time to time. */
export function fold(campaign: string): Promise<void>;

declare global {
  interface HTMLElementTagNameMap {
    "share-sign-stats": ShareSignStatsElement;
  }
}
