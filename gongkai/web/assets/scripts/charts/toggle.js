/** The buttons 图 and 表 of a figure: one of the two is shown, and the table is never taken from the page. */
export function toggleFor(figure, picture) {
  const table = tableOf(figure);
  const group = document.createElement("div");
  group.className = "btn-group chart-toggle";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "显示方式");
  const asPicture = button("图", "看图");
  const asTable = button("表", "看表");
  group.append(asPicture, asTable);
  figure.append(group);

  function show(pictured) {
    picture.hidden = !pictured;
    if (table) table.hidden = pictured;
    asPicture.setAttribute("aria-pressed", pictured);
    asTable.setAttribute("aria-pressed", !pictured);
    asPicture.classList.toggle("active", pictured);
    asTable.classList.toggle("active", !pictured);
  }

  asPicture.addEventListener("click", () => show(true));
  asTable.addEventListener("click", () => show(false));
  group.hidden = !table;
  return { showPicture: () => show(true) };
}

const tableOf = (figure) => figure.querySelector("[data-chart-table], .table-responsive") ?? figure.querySelector("table");

function button(text, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn btn-sm";
  made.textContent = text;
  made.setAttribute("aria-label", label);
  return made;
}
