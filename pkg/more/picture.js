// The campaign's picture for the device's share sheet.

/** The picture at `address` as a file, or nothing where the share sheet takes none. */
export async function picture(address) {
  if (!navigator.canShare) return [];
  const answer = await fetch(address);
  const blob = await answer.blob();
  const name = new URL(address, document.baseURI).pathname.split("/").pop() || "picture";
  const files = [new File([blob], name, { type: blob.type })];
  return answer.ok && navigator.canShare({ files }) ? files : [];
}
