export { ShareSignElement } from "./element.js";
import "./define.js";
