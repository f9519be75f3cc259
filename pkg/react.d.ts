/**
 * The elements in React's JSX (19 and later). It has no values; name it once:
 * `import type {} from "share-sign/react"`.
 *
 * An event's name has a colon, which JSX does not take: listen through `ref`, or spread
 * an object, `{...{ "onshare-sign:sign": heard }}`. What was rendered on a server only
 * hears through `ref`, as React adds no listeners of its own to such an element.
 */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ShareSignAttributes, ShareSignElement, ShareSignEvents } from "./element.js";
import type { ShareSignStatsAttributes, ShareSignStatsElement } from "./stats.js";

type Common<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element>;

type Listeners = {
  [Name in keyof ShareSignEvents as `on${Name}`]?: ((event: ShareSignEvents[Name]) => void) | undefined;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "share-sign": Common<ShareSignElement> & ShareSignAttributes & Listeners;
      "share-sign-stats": Common<ShareSignStatsElement> & ShareSignStatsAttributes;
    }
  }
}
