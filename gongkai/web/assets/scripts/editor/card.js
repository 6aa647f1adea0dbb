let shown = null;

/** Explains a chip: what it says, by which expression, where it comes from; `edit` turns it into text. */
export function showCard(anchor, { text, word, url }, edit) {
  closeCard();
  const card = document.createElement("div");
  card.className = "word-card";
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", "这个数字的来历");
  card.append(facts(text, word), actions(url, edit));
  const frame = anchor.closest(".editor");
  frame.append(card);
  put(card, anchor, frame);
  card.querySelector("a, button").focus();
  shown = { card, anchor };
}

export function closeCard() {
  shown?.card.remove();
  shown = null;
}

function facts(text, word) {
  const list = document.createElement("dl");
  const rows = word ? [["内容", word.value || "（空）"], ["含义", word.label], ["写法", text]] : [["写法", text], ["说明", "随前后内容计算，在预览中查看结果"]];
  for (const [name, value] of rows) {
    const term = document.createElement("dt");
    term.textContent = name;
    const said = document.createElement("dd");
    said.textContent = value;
    list.append(term, said);
  }
  return list;
}

function actions(url, edit) {
  const row = document.createElement("div");
  row.className = "btn-list";
  if (url) {
    const link = document.createElement("a");
    Object.assign(link, { className: "btn btn-sm btn-primary", href: url, target: "_blank", textContent: "看数据来源" });
    link.rel = "noopener";
    row.append(link);
  }
  const change = document.createElement("button");
  Object.assign(change, { className: "btn btn-sm", type: "button", textContent: "改写法" });
  change.addEventListener("click", () => {
    closeCard();
    edit();
  });
  row.append(change);
  return row;
}

// Within the editor's frame, so that it moves with it.
function put(card, anchor, frame) {
  const from = frame.getBoundingClientRect();
  const place = anchor.getBoundingClientRect();
  const left = Math.min(place.left - from.left, frame.clientWidth - card.offsetWidth - 8);
  card.style.left = `${Math.max(8, left)}px`;
  card.style.top = `${place.bottom - from.top + 6}px`;
}

document.addEventListener("mousedown", (event) => shown && !shown.card.contains(event.target) && closeCard());
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  const { anchor } = shown;
  closeCard();
  anchor.focus();
});
