/* The rows of the tables of figures in kroner: which fit the reader's filters, and in which order. */
casekatalog.moneyRows = (() => {
  "use strict";
  const { compare } = new Intl.Collator("da", { numeric: true });
  const textOf = (node) => casekatalog.text.of(node).replaceAll("\u00ad", "");
  /* What rows are sorted by; a row that tells nothing of it comes last either way. */
  const BY = {
    case: (row) => row.title,
    hvad: (row) => row.cells[0],
    periode: (row) => row.years[0] ?? null,
    slags: (row) => row.cells[3],
    dokumentation: (row) => (row.grade === undefined ? null : -row.grade),
  };

  /* Return what the rows of a section say, beside their elements; the first of a case has the case for them all. */
  function read(section) {
    let head = null;
    return Array.from(section.querySelectorAll("tbody tr"), (line) => {
      head = line.querySelector("th") ?? head;
      const own = line.querySelector("th") ?? head.cloneNode(true);
      const { themes, kind, years, grade } = line.dataset;
      const cells = Array.from(line.querySelectorAll("td"), cellText);
      const theme = section.querySelector(".money-wrap").dataset.theme;
      const row = {
        line,
        own,
        title: textOf(own),
        url: own.querySelector("a").href,
        theme,
        cells,
        kind,
        grade,
      };
      return Object.assign(row, {
        themes: themes.split(" "),
        years: years ? years.split(" ") : [],
        text: [row.title, theme, ...cells].join(" ").toLowerCase(),
      });
    });
  }

  /* Return what a cell shows, without what is told to screen readers alone. */
  function cellText(cell) {
    const shown = cell.cloneNode(true);
    for (const hidden of shown.querySelectorAll(".visually-hidden")) hidden.remove();
    return textOf(shown);
  }

  function fits(row, wanted) {
    return (
      (!wanted.tema || row.themes.includes(wanted.tema)) &&
      (!wanted.slags || row.kind === wanted.slags) &&
      (!wanted.aar || (wanted.aar === "-" ? !row.years.length : row.years.includes(wanted.aar))) &&
      wanted.q
        .toLowerCase()
        .split(/\s+/)
        .every((word) => row.text.includes(word))
    );
  }

  /* Return rows in an order: `case`, or `-case` for the other way round. */
  function sorted(rows, order) {
    const told = BY[order.replace("-", "")],
      way = order.startsWith("-") ? -1 : 1;
    return rows.slice().sort((a, b) => {
      const [first, second] = [told(a), told(b)];
      if (first === null || second === null) return Number(first === null) - Number(second === null);
      return way * (typeof first === "number" ? first - second : compare(first, second));
    });
  }

  /* Put rows into a table; those of one case that follow each other share its title. */
  function place(rows, body) {
    let first = null;
    for (const row of rows) {
      const follows = first && first.url === row.url;
      row.line.classList.toggle("money__first", !follows);
      if (follows) {
        row.own.remove();
        first.own.rowSpan += 1;
      } else {
        first = row;
        row.own.rowSpan = 1;
        row.line.prepend(row.own);
      }
    }
    body.replaceChildren(...rows.map((row) => row.line));
  }

  /* Return what rows say as cells of a sheet, below the headings of their table. */
  function sheet(rows, headings) {
    const [title, ...rest] = headings;
    return [
      ["Tema", title, ...rest, "Adresse"],
      ...rows.map((row) => [row.theme, row.title, ...row.cells, row.url]),
    ];
  }

  return { read, fits, sorted, place, sheet, textOf };
})();
