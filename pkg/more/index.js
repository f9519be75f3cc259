// What loads when it is asked for. The build makes dist/more-….js of this folder and
// its program.
export { composer } from "./composer.js";
export { fill } from "./fill.js";
export { picker } from "./picker.js";
export { qr, qr as print } from "./qr.js";
export { server } from "./server.js";
export { video } from "./video.js";
