for (const head of document.querySelectorAll("table.data thead tr:last-child th")) {
  const button = document.createElement("button");
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const body = head.closest("table").tBodies[0];
    const descending = head.getAttribute("aria-sort") !== "descending";
    for (const other of head.parentNode.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const key = row => {
      const text = row.cells[head.cellIndex].textContent;
      const number = Number.parseFloat(text);
      return Number.isNaN(number) ? text : number;
    };
    const order = (a, b) => typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;
    const sign = descending ? -1 : 1;
    body.append(...[...body.rows].sort((a, b) => sign * order(key(a), key(b))));
  });
}
