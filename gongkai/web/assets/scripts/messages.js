const tones = { danger: "alert-danger", success: "alert-success", info: "alert-info" };

const readingTime = 8000;

/** Says one sentence in the page's live region, in place of the last; `tone` is danger, success or info. A danger stays. */
export function say(text, tone = "info") {
  const region = liveRegion();
  region.querySelectorAll(".is-said").forEach((earlier) => earlier.remove());
  const said = notice(text, tone);
  region.append(said);
  if (tone !== "danger") setTimeout(() => said.remove(), readingTime);
}

function notice(text, tone) {
  const alert = document.createElement("div");
  alert.className = `alert alert-dismissible is-said ${tones[tone]}`;
  alert.setAttribute("role", tone === "danger" ? "alert" : "status");
  const words = document.createElement("div");
  words.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn-close";
  close.setAttribute("aria-label", "关闭");
  close.addEventListener("click", () => alert.remove());
  alert.append(words, close);
  return alert;
}

function liveRegion() {
  const found = document.getElementById("messages");
  if (found) return found;
  const region = document.createElement("div");
  region.id = "messages";
  region.setAttribute("aria-live", "polite");
  (document.querySelector("main") ?? document.body).prepend(region);
  return region;
}
