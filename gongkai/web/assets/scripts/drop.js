// form[data-drop] with one file field: files dropped on it are chosen and, with data-drop="submit", sent.
// data-max-bytes on the field: a larger file is refused before it travels. Without script: a plain file field.
import { say } from "./messages.js";

const dropForm = (event) => event.target.closest?.("form[data-drop]");
const fileField = (form) => form.querySelector("input[type=file]");

document.addEventListener("dragover", (event) => {
  const form = dropForm(event);
  if (!form || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("is-over");
});

document.addEventListener("dragleave", (event) => {
  const form = dropForm(event);
  if (form && !form.contains(event.relatedTarget)) form.classList.remove("is-over");
});

document.addEventListener("drop", (event) => {
  const form = dropForm(event);
  if (!form || event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  form.classList.remove("is-over");
  const field = fileField(form);
  const fault = faultOf(field, event.dataTransfer.files);
  if (fault) return say(fault, "danger");
  field.files = event.dataTransfer.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  if (form.dataset.drop === "submit") form.requestSubmit();
});

document.addEventListener("change", (event) => {
  const form = dropForm(event);
  if (!form || event.target !== fileField(form)) return;
  const fault = faultOf(event.target, event.target.files);
  if (fault) {
    say(fault, "danger");
    event.target.value = "";
  }
  showNames(form, event.target.files);
});

function faultOf(field, files) {
  const most = Number(field.dataset.maxBytes ?? Infinity);
  const large = [...files].find((file) => file.size > most);
  if (large) return `“${large.name}”为${megabytes(large.size)}，超过上限${megabytes(most)}，未选入。请拆分后再传。`;
  if (files.length > 1 && !field.multiple) return "这里一次只能选一个文件，请重新选择。";
  return "";
}

function showNames(form, files) {
  const place = form.querySelector("[data-drop-names]");
  if (place) place.textContent = [...files].map((file) => `${file.name}（${megabytes(file.size)}）`).join("、");
}

const megabytes = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
