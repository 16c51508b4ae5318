/* The state of the catalogue page and its address. No DOM here. */
(function (global) {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const NAMES = { municipality: "kommune" };
  /* There is no sorting by amount: the units, periods and kinds of the figures differ from case to case. */
  const SORTS = { relevans: "relevans", titel: "titel", nyeste: "nyeste", bekraeftet: "bekraeftet",
    relevance: "relevans", title: "titel", newest: "nyeste", confirmed: "bekraeftet" };
  const VIEWS = { kort: "kort", tabel: "tabel", cards: "kort", table: "tabel" };

  function empty() {
    return { q: "", selection: {}, from: "", to: "", sort: "", view: "kort" };
  }

  /* Return the state that an address tells, and what in it is unknown; `values` maps facets to their values. */
  function read(query, values) {
    const state = empty(), unknown = [];
    for (const [key, value] of new URLSearchParams(query)) {
      const facet = key === "kommune" ? "municipality" : key;
      if (key === "q") state.q = value;
      else if (key === "sort" && SORTS[value]) state.sort = SORTS[value];
      else if (key === "view" && VIEWS[value]) state.view = VIEWS[value];
      else if ((key === "fra" || key === "til") && /^\d{4}$/.test(value)) state[key === "fra" ? "from" : "to"] = value;
      else if (facet !== "year" && values[facet] && values[facet].includes(value)) {
        const chosen = (state.selection[facet] = state.selection[facet] || []);
        if (!chosen.includes(value)) chosen.push(value);
      } else if (value && (values[facet] || ["sort", "view", "fra", "til"].includes(key))) unknown.push(key + "=" + value);
    }
    return { state: state, unknown: unknown };
  }

  /* Return the address's query for a state: the same state always has the same address. */
  function write(state, values) {
    const query = new URLSearchParams();
    if (state.q.trim()) query.set("q", state.q.trim());
    for (const facet of Object.keys(values)) {
      for (const value of values[facet]) {
        if ((state.selection[facet] || []).includes(value)) query.append(NAMES[facet] || facet, value);
      }
    }
    if (state.from) query.set("fra", state.from);
    if (state.to) query.set("til", state.to);
    if (state.sort) query.set("sort", state.sort);
    if (state.view !== "kort") query.set("view", state.view);
    const text = query.toString();
    return text ? "?" + text : "";
  }

  /* Return the selection for the engine: the years of the range are values of the facet `year`. */
  function selection(state, years) {
    const chosen = Object.assign({}, state.selection);
    if (state.from || state.to) {
      chosen.year = years.filter(function (year) {
        return (!state.from || year >= state.from) && (!state.to || year <= state.to);
      });
      if (!chosen.year.length) chosen.year = [""];
    }
    return chosen;
  }

  /* Return rows as CSV that Danish spreadsheets open: semicolons, quotes, a byte order mark. */
  function csv(rows) {
    return "\ufeff" + rows.map(function (row) {
      return row.map(function (cell) {
        const text = /^[=+@\t\r-]/.test(cell) ? "'" + cell : String(cell);
        return /[";\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
      }).join(";");
    }).join("\r\n") + "\r\n";
  }

  KAT.state = { empty: empty, read: read, write: write, selection: selection, csv: csv };
})(globalThis);
