import { withFunctions } from "./formatters.js";
import { chartIn } from "./library.js";
import { toggleFor } from "./toggle.js";

const paperWidth = 690; // px of A4 less its margins

/**
 * A figure with a spec in <script type="application/json"> and a table; nothing is drawn until draw().
 * data-height: px of the picture; data-least-width: px below which it scrolls rather than shrinks.
 */
export function figureOf(element) {
  const spec = safe(withFunctions(JSON.parse(element.querySelector('script[type="application/json"]').textContent)));
  const height = Number(element.dataset.height ?? 320);
  const least = Number(element.dataset.leastWidth ?? 0);
  let chart = null;
  let place = null;
  const widthNow = () => Math.max(frame().clientWidth, least);
  const frame = () => place.parentElement;

  function draw() {
    if (chart) return;
    place = placed(element);
    const toggle = toggleFor(element, frame());
    frame().hidden = false;
    chart = chartIn(place, widthNow(), height);
    chart.setOption(spec);
    new ResizeObserver(fit).observe(frame());
    toggle.showPicture();
  }

  // A hidden picture has no width; it is fitted when it is shown again. One that scrolls can be reached by key.
  function fit() {
    const width = widthNow();
    if (frame().clientWidth === 0) return;
    if (chart.getWidth() !== width) chart.resize({ width, height });
    if (width > frame().clientWidth) frame().tabIndex = 0;
    else frame().removeAttribute("tabindex");
  }

  return {
    draw,
    toPaper() {
      draw();
      chart.resize({ width: Math.max(paperWidth, least), height });
    },
    toScreen: fit,
    dispose: () => chart?.dispose(),
  };
}

// The CSP forbids the style attributes of an HTML tooltip; a drawn one also keeps markup in a name plain text.
function safe(spec) {
  const tooltip = spec.tooltip && { ...spec.tooltip, renderMode: "richText", confine: true };
  return { animation: false, ...spec, ...(tooltip && { tooltip }) };
}

function placed(element) {
  const frame = document.createElement("div");
  frame.className = "chart-frame";
  const place = document.createElement("div");
  place.className = "chart-picture";
  frame.append(place);
  const caption = element.querySelector("figcaption");
  if (caption) caption.after(frame);
  else element.prepend(frame);
  return place;
}
