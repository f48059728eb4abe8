// Sifts and sorts the rows of one page of a ledger. Without it the table is whole, in the order of its list.
(() => {
  const bar = document.querySelector(".sift");
  const table = document.querySelector("table.ledger");
  if (!bar || !table) return;
  const [words, order, status] = [bar.querySelector("input"), bar.querySelector("select"), bar.querySelector("output")];
  const bodies = [...table.tBodies];
  const rows = bodies.flatMap((body) => [...body.rows].filter((row) => !row.matches(".under")).map((row) => {
    const under = body.querySelector(".under th");
    return { row, body, under, text: `${row.textContent} ${under ? under.textContent : ""}`.toLocaleLowerCase() };
  }));

  const headings = [...table.tHead.rows[0].cells];
  const language = document.documentElement.lang || undefined;
  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value || cell.textContent.trim();
  };
  const sorted = (column, up, numbers) => [...rows].sort((a, b) => {
    const [first, second] = [key(a.row, column), key(b.row, column)];
    if (!first !== !second) return first ? -1 : 1; // what is not known comes last either way
    const apart = numbers ? Number(first) - Number(second) : first.localeCompare(second, language, { numeric: true });
    return up ? apart : -apart;
  });

  // Out of its group a row says itself what its heading said.
  const nameGroup = ({ row, under }) => {
    if (!under || row.querySelector(".from")) return;
    const from = document.createElement("span");
    from.className = "from small soft";
    from.append(...[...under.childNodes].map((node) => node.cloneNode(true)));
    row.cells[row.cells.length - 1].append(from);
  };
  const sort = () => {
    const [column, direction] = order.value.split(" "); // of the table itself: neither
    table.classList.toggle("sorted", Boolean(order.value));
    if (order.value) {
      const numbers = headings[column].dataset.sort === "number";
      rows.forEach(nameGroup);
      bodies[0].append(...sorted(Number(column), direction === "ascending", numbers).map(({ row }) => row));
    } else {
      for (const { row, body } of rows) body.append(row);
    }
    headings.forEach((heading, place) => { heading.ariaSort = order.value && place === Number(column) ? direction : null; });
  };
  const sift = () => {
    const wanted = words.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const entry of rows) {
      entry.row.hidden = !wanted.every((word) => entry.text.includes(word));
      shown += entry.row.hidden ? 0 : 1;
    }
    for (const body of bodies) {
      const under = body.querySelector(".under");
      if (under) under.hidden = ![...body.rows].some((row) => row !== under && !row.hidden);
    }
    status.textContent = wanted.length
      ? bar.dataset.sift.replace("{shown}", shown).replace("{all}", rows.length) : "";
  };
  words.addEventListener("input", sift);
  if (order) order.addEventListener("change", () => { sort(); sift(); });
  bar.hidden = false;
})();
