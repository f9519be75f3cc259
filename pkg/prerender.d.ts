/** How cards are put into pages. */
export interface PrerenderOptions {
  /** The page's address, where it names no canonical one. */
  url?: string;
  /** The language of pages that name none. Default: `en`. */
  language?: string;
  /** Where the style sheet stands: in each card (the default), or at an address, for pages that forbid styles inside them. */
  css?: "inline" | { link: string };
  /** The time, for how long a deadline is away. Default: now. */
  now?: Date | number | string;
  /** Takes out what was put in. */
  remove?: boolean;
}

/** Something that is wrong in a page. The rest was done all the same. */
export interface Problem {
  /** The line, from 1. */
  line: number;
  /** What it is, in words. */
  message: string;
}

/**
 * Fills every `<share-sign>` of a page, and puts one in front of every script tag that stands for one. All else stays
 * as it is: a string character for character, bytes byte for byte, in any encoding that ASCII is a part of.
 */
export function prerender<Html extends string | Uint8Array>(
  html: Html,
  options?: PrerenderOptions,
): { html: Html extends string ? string : Uint8Array; problems: Problem[] };

/**
 * A whole `<share-sign>` element with its card, for frameworks that render on a server. `attributes` are the
 * campaign's settings, in camelCase or as in HTML; lists and objects go into JSON inside the element. What is wrong
 * with them is said on the console.
 */
export function renderCard(
  attributes: Readonly<Record<string, unknown>>,
  options?: Omit<PrerenderOptions, "remove"> & {
    /** HTML inside the element, which shows where a browser knows no shadow roots in HTML. Taken as it is. */
    content?: string;
  },
): string;

/** Fills all HTML files below `directory`. */
export function prerenderDirectory(
  directory: string,
  options?: Omit<PrerenderOptions, "url"> & {
    /** Where the directory is served, for pages that name no canonical address. */
    site?: string;
    /** Is told how far it has come. */
    onProgress?: (done: number, of: number) => void;
  },
): Promise<{
  pages: number;
  cards: number;
  changed: number;
  /** Line 0 where a file could not be read or written. */
  problems: (Problem & { file: string })[];
}>;

/** Does what `share-sign` does on the command line, with these arguments; the exit code. */
export function command(
  arguments: readonly string[],
  streams?: {
    stdout?: { write(text: string): unknown };
    stderr?: { write(text: string): unknown; isTTY?: boolean };
  },
): Promise<number>;
