// What a browser's parser makes of a page, with what was put in taken out again.
import { parse, serialize } from "parse5";

/** The page's tree as one text, without the cards; and how many there were. */
export function treeWithoutCards(html) {
  const document = parse(html, { scriptingEnabled: true });
  let cards = 0;
  (function prune(node) {
    const attribute = (child, name) => child.attrs?.some((found) => found.name === name);
    for (const child of [...(node.childNodes ?? [])]) {
      const made = child.tagName === "share-sign" && attribute(child, "data-made");
      const template = node.tagName === "share-sign" && child.tagName === "template" && attribute(child, "data-share-sign");
      if (made || template) {
        node.childNodes.splice(node.childNodes.indexOf(child), 1);
        cards++;
      } else {
        prune(child);
      }
    }
  })(document);
  return { tree: serialize(document), cards };
}
