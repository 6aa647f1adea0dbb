/** Calls `start(element)` for each match in the page now, and in whatever htmx brings later. */
export function onContent(selector, start) {
  const within = (root) => {
    if (root.matches?.(selector)) start(root);
    root.querySelectorAll(selector).forEach(start);
  };
  document.addEventListener("htmx:load", (event) => within(event.detail.elt));
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => within(document));
  } else {
    within(document);
  }
}

/** The content of `<meta name="…">`, or an empty text. */
export function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content ?? "";
}
