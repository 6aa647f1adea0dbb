/** The faults as a list under the editor: readable without hovering, by a reader's software, and on paper. */
export function faultList(frame) {
  const list = document.createElement("ul");
  list.className = "editor-faults";
  const state = document.createElement("div");
  state.className = "editor-state";
  state.setAttribute("role", "status");
  frame.append(list, state);
  return {
    show(faults, view) {
      list.replaceChildren(...(faults ?? []).map((fault) => item(fault, view)));
      state.textContent = summary(faults);
      state.classList.toggle("is-clear", faults?.length === 0);
    },
  };
}

function summary(faults) {
  if (faults === null) return "暂时无法检查，请稍后再试；保存时仍会检查。";
  return faults.length === 0 ? "检查通过" : `有${faults.length}处需要修改`;
}

function item({ line, message }, view) {
  const row = document.createElement("li");
  const go = document.createElement("button");
  go.type = "button";
  go.textContent = line ? `第${line}行：${message}` : message;
  go.addEventListener("click", () => {
    const at = view.state.doc.line(Math.min(Math.max(line ?? 1, 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: at.from }, scrollIntoView: true });
    view.focus();
  });
  row.append(go);
  return row;
}
