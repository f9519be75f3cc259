import { HtmlBasePlugin } from "@11ty/eleventy";
import petition from "./petition.js";

export default function (eleventy) {
  eleventy.addPlugin(HtmlBasePlugin);
  eleventy.addPlugin(petition);
}
