import "./define.js";
export * from "./element.js";
export * from "./links.js";
