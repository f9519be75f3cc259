/**
 * The elements in Vue's templates (3.3 and later). It has no values; name it once:
 * `import type {} from "share-sign/vue"`.
 */
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { ShareSignAttributes, ShareSignElement, ShareSignEvents } from "./element.js";
import type { ShareSignStatsAttributes, ShareSignStatsElement } from "./stats.js";

type Emits = { [Name in keyof ShareSignEvents]: (event: ShareSignEvents[Name]) => void };

// vue-tsc looks names up in this form, whichever they are written in. Write them with hyphens.
type Camel<Name> = Name extends `${infer Start}-${infer Rest}` ? `${Start}${Capitalize<Camel<Rest>>}` : Name;
type Camelled<Attributes> = { [Name in keyof Attributes as Camel<Name> & string]: Attributes[Name] };

type InTemplates<Element, Attributes, Events extends Record<string, unknown> = {}> = new () => Element & {
  /** For templates only: the element itself has no such property. */
  $props: HTMLAttributes & PublicProps & Camelled<Attributes>;
  /** For templates only: the element itself has no such method. */
  $emit: EmitFn<Events>;
};

declare module "vue" {
  interface GlobalComponents {
    "share-sign": InTemplates<ShareSignElement, ShareSignAttributes, Emits>;
    "share-sign-stats": InTemplates<ShareSignStatsElement, ShareSignStatsAttributes>;
  }
}
