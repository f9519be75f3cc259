// A classic script, because modules are just what a browser refuses from a file.
// There the same modules come as one classic script, which the build makes of them.
if (location.protocol === "file:") {
  const whole = document.createElement("script");
  whole.src = "configurator/whole.js";
  whole.onerror = () => {
    document.getElementById("needs").hidden = false;
    document.body.classList.add("no-form");
  };
  document.body.append(whole);
}
