/**
 * The elements in Solid's JSX (1.8 and later). It has no values; name it once:
 * `import type {} from "share-sign/solid"`.
 *
 * Solid sets what changes as a property of a custom element, and a card has attributes
 * only: write `attr:headline={title()}`. An event's name has a colon, which JSX does not
 * take a second time: listen through `ref`.
 */
import type { JSX } from "solid-js";
import type { ShareSignAttributes, ShareSignElement } from "./element.js";
import type { ShareSignStatsAttributes, ShareSignStatsElement } from "./stats.js";

// A text that is written out becomes part of the template, and so an attribute.
type Given<Attributes> = Attributes & {
  [Name in keyof Attributes & string as `attr:${Name}`]?: Attributes[Name] | undefined;
};

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "share-sign": JSX.HTMLAttributes<ShareSignElement> & Given<ShareSignAttributes>;
      "share-sign-stats": JSX.HTMLAttributes<ShareSignStatsElement> & Given<Partial<ShareSignStatsAttributes>>;
    }
  }
}
