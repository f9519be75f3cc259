// Tells what happened, to the eye for a while and to a screen reader once.

let fading;

/** Shows the sentence at the page's edge. */
export function say(sentence) {
  const place = document.getElementById("said");
  clearTimeout(fading);
  place.textContent = sentence;
  fading = setTimeout(() => (place.textContent = ""), 6000);
}
