// Gives a window on a bare X display the keyboard focus. A window manager would
// do so; without one a page is never told that it has the focus, and draws
// nothing where the focus is. The few requests needed are written by hand after
// https://www.x.org/releases/current/doc/xproto/x11protocol.html.

import { connect } from "node:net";

const QUERY_TREE = 15;
const GET_WINDOW_ATTRIBUTES = 3;
const SET_INPUT_FOCUS = 42;
const VIEWABLE = 2;

/** A connection that answers one request after the other. */
function open(display) {
  const socket = connect(`/tmp/.X11-unix/X${display.replace(":", "")}`);
  let received = Buffer.alloc(0);
  let waiting;
  const check = () => {
    if (waiting && received.length >= waiting.length) {
      const { length, resolve } = waiting;
      waiting = undefined;
      const answer = received.subarray(0, length);
      received = received.subarray(length);
      resolve(answer);
    }
  };
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    check();
  });
  const take = (length) =>
    new Promise((resolve, reject) => {
      waiting = { length, resolve };
      socket.once("error", reject);
      check();
    });
  return { socket, take };
}

function request(opcode, detail, ...words) {
  const bytes = Buffer.alloc(4 + 4 * words.length);
  bytes.writeUInt8(opcode, 0);
  bytes.writeUInt8(detail, 1);
  bytes.writeUInt16LE(1 + words.length, 2);
  words.forEach((word, index) => bytes.writeUInt32LE(word, 4 + 4 * index));
  return bytes;
}

/** Moves the focus to the topmost window that can be seen; does nothing where there is none. */
export async function focusTopmost(display) {
  const { socket, take } = open(display);
  try {
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const head = await take(8);
    if (head[0] !== 1) throw new Error(`The display ${display} refuses connections`);
    const setup = await take(4 * head.readUInt16LE(6));
    const vendor = setup.readUInt16LE(16);
    const root = setup.readUInt32LE(32 + Math.ceil(vendor / 4) * 4 + 8 * setup[21]);

    const ask = async (...parts) => {
      socket.write(request(...parts));
      const start = await take(32);
      if (start[0] !== 1) throw new Error(`The display ${display} answered with error ${start[1]}`);
      return Buffer.concat([start, await take(4 * start.readUInt32LE(4))]);
    };
    const tree = await ask(QUERY_TREE, 0, root);
    // From the bottom to the top.
    for (let index = tree.readUInt16LE(16) - 1; index >= 0; index -= 1) {
      const window = tree.readUInt32LE(32 + 4 * index);
      const attributes = await ask(GET_WINDOW_ATTRIBUTES, 0, window);
      if (attributes[26] === VIEWABLE && attributes[27] === 0) {
        socket.write(request(SET_INPUT_FOCUS, 1, window, 0));
        // An answered request makes sure that the one before has been done.
        await ask(QUERY_TREE, 0, root);
        return;
      }
    }
  } finally {
    socket.destroy();
  }
}
