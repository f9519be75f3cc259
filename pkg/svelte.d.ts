/**
 * The elements in Svelte's templates (5 and later). It has no values; name it once:
 * `import type {} from "share-sign/svelte"`.
 */
import type { HTMLAttributes } from "svelte/elements";
import type { ShareSignAttributes, ShareSignElement, ShareSignEvents } from "./element.js";
import type { ShareSignStatsAttributes, ShareSignStatsElement } from "./stats.js";

type Listeners = {
  [Name in keyof ShareSignEvents as `on${Name}`]?: ((event: ShareSignEvents[Name]) => void) | undefined;
};

declare module "svelte/elements" {
  export interface SvelteHTMLElements {
    "share-sign": HTMLAttributes<ShareSignElement> & ShareSignAttributes & Listeners;
    "share-sign-stats": HTMLAttributes<ShareSignStatsElement> & ShareSignStatsAttributes;
  }
}
