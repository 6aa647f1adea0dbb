// button[data-copy="#id"] copies that element's text, any other value is copied as it is.
import { say } from "./messages.js";

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const done = await copied(textOf(button.dataset.copy));
  say(done ? "已复制。" : "浏览器不允许复制，请选中文字后按 Ctrl+C。", done ? "success" : "danger");
});

function textOf(source) {
  if (!source.startsWith("#")) return source;
  const element = document.getElementById(source.slice(1));
  return element?.value ?? element?.textContent ?? "";
}

// The clipboard interface exists only over https; an intranet often has none.
async function copied(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => byCommand(text));
  return byCommand(text);
}

function byCommand(text) {
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.className = "visually-hidden";
  document.body.append(holder);
  holder.select();
  const done = document.execCommand("copy");
  holder.remove();
  return done;
}
