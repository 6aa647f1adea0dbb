// Pictures: loaded with `defer` only by pages that have figure[data-chart]; the table in the figure needs none of it.
import { figureOf } from "./charts/figure.js";
import { onContent } from "./content.js";

const waiting = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => draw(entry.target)),
  { rootMargin: "300px" },
);

const figures = new WeakMap();

onContent("figure[data-chart]", (element) => {
  if (figures.has(element)) return;
  figures.set(element, figureOf(element));
  waiting.observe(element);
});

function draw(element) {
  waiting.unobserve(element);
  figures.get(element).draw();
}

const shown = () => [...document.querySelectorAll("figure[data-chart]")].map((element) => figures.get(element)).filter(Boolean);

// Paper is narrower than the screen and nothing on it is "scrolled near".
window.addEventListener("beforeprint", () => shown().forEach((figure) => figure.toPaper()));
window.addEventListener("afterprint", () => shown().forEach((figure) => figure.toScreen()));

// What htmx takes away gives its memory back.
document.addEventListener("htmx:beforeCleanupElement", (event) => {
  const figure = figures.get(event.detail.elt);
  if (figure) figure.dispose();
  figures.delete(event.detail.elt);
});
