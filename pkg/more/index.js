// What loads when it is asked for: the dialogs, and share links without a card.
// The build makes dist/more-….js of this folder and the second program.
export { channels, measure, shareLinks } from "./links.js";
export { composer } from "./composer.js";
export { fill } from "./fill.js";
export { picker } from "./picker.js";
export { server } from "./server.js";
export { video } from "./video.js";
