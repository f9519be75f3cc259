import "share-sign";

document.addEventListener("share-sign:sign", () => {
  document.querySelector("#signed").textContent = "Somebody signed.";
});
