export { ShareSignElement } from "./element.js";
export { channels, measure, shareLinks } from "./dist/links.js";
import "./define.js";
