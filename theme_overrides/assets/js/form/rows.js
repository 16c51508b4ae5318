// Groups and texts in a row, which the editor adds, moves and removes.
casekatalog.rows = (() => {
  "use strict";
  const { resolve, scalarKind } = casekatalog.schemas;
  const { trim } = casekatalog.scalars;
  const name = casekatalog.words.fieldName;
  const numbers = casekatalog.numbers;
  const { element } = casekatalog.dom;
  const { button, clean, error, fire, hasContent, id, unwrap } = casekatalog.elements;
  const SINGULAR = {
    gains: "Gevinst",
    drivers: "Drivkraft",
    barriers: "Barriere",
    sources: "Kilde",
    amounts: "Beløb",
    figures: "Tal",
    series: "Tabel",
    advice: "Råd",
    derived_advice: "Råd",
    caveats: "Forbehold",
    editor_notes: "Note",
  };

  // `kind` is how one in the row is made and shown.
  function repeated(maker, control, holder, key, path, kind) {
    const items = holder[key] || [];
    const word = SINGULAR[key].toLowerCase();
    const opened = new Set();
    const stack = element("div", { class: "repeat" });
    const keep = () => {
      maker.setList(holder, key, items);
      fire(control);
    };
    const reorder = (order) => {
      maker.moved(items, order);
      items.splice.apply(items, [0, items.length].concat(order.map((index) => items[index])));
    };
    const draw = () => {
      stack.replaceChildren.apply(
        stack,
        items.map((item, index) => {
          const buttons = element("p", { class: "repeat__buttons" });
          if (index) {
            buttons.append(
              button(`Flyt ${word} ${index + 1} op`, () => {
                const order = Array.from(items.keys());
                order.splice(index - 1, 2, index, index - 1);
                reorder(order);
                keep();
                draw();
                const all = stack.children[index - 1].querySelectorAll(
                  ":scope > .repeat__buttons > button, :scope > details > .repeat__buttons > button",
                );
                all[0].focus();
              }),
            );
          }
          buttons.append(
            button(`Fjern ${word} ${index + 1}`, () => {
              if (
                hasContent(item) &&
                !window.confirm(`Fjern ${word} ${index + 1}? Det, der står i den, forsvinder.`)
              )
                return;
              reorder(Array.from(items.keys()).filter((at) => at !== index));
              keep();
              draw();
              add.focus();
            }),
          );
          return kind.draw(items, index, path.concat(index), buttons, opened);
        }),
      );
    };
    const add = casekatalog.dom.button("md-button", `Tilføj ${word}`);
    add.addEventListener("click", () => {
      items.push(kind.empty());
      opened.add(items[items.length - 1]);
      keep();
      draw();
      const first = stack.lastElementChild?.querySelector("input, select, textarea");
      if (first) first.focus();
    });
    if (items.length === 1) opened.add(items[0]);
    if (items.length) holder[key] = items;
    draw();
    control.append(stack, add);
  }

  function groups(maker, control, holder, key, list, path) {
    const group = resolve(list.items, "properties", maker.setup);
    repeated(maker, control, holder, key, path, {
      empty() {
        const made = {};
        (casekatalog.source.isOne(group) ? casekatalog.source.own(group) : group.required || []).forEach(
          (part) => {
            const kind = scalarKind(group.properties[part], maker.setup);
            if (kind.type === "string" && !kind["x-vocabulary"] && !kind.enum) made[part] = "";
          },
        );
        return made;
      },
      draw(items, index, here, buttons, opened) {
        const item = items[index];
        const card = element(
          "fieldset",
          { class: "repeat__item" },
          element("legend", {}, `${SINGULAR[key]} ${index + 1}`),
        );
        card.dataset.path = name(here);
        const summary = element("summary", {}, digest(maker, item, group, here));
        const details = element("details", { class: "fold repeat__fold" }, summary);
        details.open = opened.has(item);
        details.addEventListener("toggle", () => {
          if (details.open) opened.add(item);
          else opened.delete(item);
          summary.textContent = digest(maker, item, group, here);
        });
        const parts = element("div", { class: "field__parts" });
        if (casekatalog.source.isOne(group)) casekatalog.sourceFields(maker, parts, item, group, here);
        else
          parts.append.apply(
            parts,
            group.properties.rows ? table(maker, item, group, here) : maker.fieldsOf(group, item, here),
          );
        details.append(parts, buttons);
        card.append(details, error(here));
        return card;
      },
    });
  }

  // A group in one line: its words and names.
  function digest(maker, item, group, path) {
    const parts = Object.keys(group.properties)
      .map((key) => {
        const kind = scalarKind(group.properties[key], maker.setup);
        if (typeof item[key] !== "string" || !item[key] || item[key] === maker.setup.unstated) return "";
        return kind["x-vocabulary"]
          ? maker.termName(kind["x-vocabulary"], item[key], path)
          : item[key].replace(/\s+/g, " ");
      })
      .filter(Boolean);
    return parts.join(" · ") || "Ikke udfyldt endnu";
  }

  function texts(maker, control, holder, key, path) {
    repeated(maker, control, holder, key, path, {
      empty() {
        return "";
      },
      draw(items, index, here, buttons) {
        const input = element("textarea", {
          rows: 2,
          id: id(here),
          "aria-label": `${SINGULAR[key]} ${index + 1}`,
          "aria-describedby": `${id(here)}-error`,
        });
        input.value = unwrap(items[index]);
        input.addEventListener("input", () => {
          items[index] = clean(input.value);
        });
        const box = element(
          "div",
          { class: "field repeat__line" },
          element("div", { class: "field__control" }, input),
          error(here),
          buttons,
        );
        box.dataset.path = name(here);
        return box;
      },
    });
  }

  // A table is pasted from a spreadsheet: the first line names the columns.
  function table(maker, item, group, path) {
    const input = element("textarea", {
      rows: 6,
      id: `${id(path)}-table`,
      "aria-describedby": `${id(path)}-table-help ${id(path.concat("rows"))}-error`,
    });
    input.value = [item.columns || []]
      .concat(item.rows || [])
      .map((row) =>
        row.map((cell, column) => (cell === null ? "" : column ? numbers.danish(cell) : cell)).join("; "),
      )
      .join("\n")
      .trim();
    input.addEventListener("input", () => {
      const lines = input.value
        .split("\n")
        .filter((line) => trim(line))
        .map((line) => line.split(line.includes("\t") ? "\t" : ";").map(clean));
      item.columns = lines[0] || [];
      item.rows = lines.slice(1).map((row) =>
        row.map((cell, column) => {
          if (!column) return cell;
          return cell ? numbers.meant(cell) : null;
        }),
      );
    });
    const box = element(
      "div",
      { class: "field field--wide" },
      element("label", { class: "field__label", for: input.id }, "Tabel"),
      element(
        "p",
        { class: "field__help", id: `${input.id}-help` },
        "Sæt ind fra et regneark, eller skriv semikolon mellem felterne. Første linje er kolonnernes navne. Tomt felt: kilden har intet tal.",
      ),
      element("div", { class: "field__control" }, input),
      error(path.concat("rows")),
    );
    box.dataset.path = name(path.concat("rows"));
    return ["title", "unit", "note"]
      .map((part) =>
        maker.field(item, part, group.properties[part], path.concat(part), group.required.includes(part)),
      )
      .concat(box);
  }

  return { groups, texts };
})();
