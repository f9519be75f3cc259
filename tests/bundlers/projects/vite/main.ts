import "share-sign";

document.addEventListener("share-sign:sign", ({ detail }) => {
  document.querySelector("#signed")!.textContent = `Somebody signed ${detail.campaign}.`;
});
