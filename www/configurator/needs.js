// A classic script, because modules are just what a browser refuses from a file.
if (location.protocol === "file:") {
  document.getElementById("needs").hidden = false;
  document.body.classList.add("no-form");
}
