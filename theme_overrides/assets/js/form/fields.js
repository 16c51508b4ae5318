// Builds the form's fields from the model's schema; each writes what is typed into the case's data.
casekatalog.fields = (() => {
  "use strict";
  const { resolve, takesUnstated, scalarKind } = casekatalog.schemas;
  const { isUnstated } = casekatalog.texts;
  const name = casekatalog.words.fieldName;
  const numbers = casekatalog.numbers;
  const { element } = casekatalog.dom;
  const { clean, described, error, fire, id, rich, unwrap } = casekatalog.elements;
  const FEW = 16;
  const ALMOST_FULL = 0.8;

  // The maker of fields for a form with `setup`. `moved(list, order)` is told when the items of a list change places;
  // `aside` maps groups to what their fields held before the source was said to be silent.
  function of(setup, wasThere, moved, aside) {
    const maker = { setup, field, fieldsOf, setList, termName, moved };
    return maker;

    function field(holder, key, schema, path, required) {
      const list = resolve(schema, "items", setup);
      const group = !list && resolve(schema, "properties", setup);
      const isGroup = Boolean(
        group ||
          (list &&
            (resolve(list.items, "properties", setup) || list.items["x-markdown"] || isChoiceList(list))),
      );
      const isLong = isGroup || isLongText(schema);
      const box = element(isGroup ? "fieldset" : "div", {
        class: `field${isGroup ? " field--group" : ""}${isLong ? " field--wide" : ""}`,
      });
      box.dataset.path = name(path);
      const label = element(isGroup ? "legend" : "label", { class: "field__label" }, schema.title);
      if (!required) label.append(" ", element("span", { class: "field__optional" }, "kan udelades"));
      const help = element("p", { class: "field__help", id: `${id(path)}-help` });
      help.append.apply(help, rich(schema.description || ""));
      const control = element("div", { class: "field__control" });
      const isSilent = takesUnstated(schema, setup) && isUnstated(holder[key]);
      box.append(label, help);
      if (isSilent || (required && takesUnstated(schema, setup)))
        box.append(silence(holder, key, schema, path, required, control));
      if (!isSilent) fillControl(control, holder, key, schema, path, required);
      control.hidden = isSilent;
      box.append(control, error(path));
      if (isGroup) box.setAttribute("aria-describedby", described(path));
      else label.setAttribute("for", id(path));
      return box;
    }

    function silence(holder, key, schema, path, required, control) {
      const input = element("input", { type: "checkbox", id: `${id(path)}-silent` });
      input.checked = isUnstated(holder[key]);
      input.addEventListener("change", () => {
        if (input.checked) silenced(holder, key);
        else spoken(holder, key, schema);
        control.replaceChildren();
        control.hidden = input.checked;
        if (!input.checked) fillControl(control, holder, key, schema, path, required);
        fire(control);
      });
      return element("label", { class: "field__silent", for: input.id }, input, " Ikke oplyst");
    }

    // What a silent field held stands aside, as long as the draft is kept.
    function silenced(holder, key) {
      if (holder[key] !== undefined) aside.set(holder, { ...aside.get(holder), [key]: holder[key] });
      holder[key] = setup.unstated;
    }

    function spoken(holder, key, schema) {
      const value = aside.get(holder)?.[key];
      const fits = casekatalog.draft.fitting(value, schema, setup);
      if (fits === undefined || JSON.stringify(fits) !== JSON.stringify(value)) delete holder[key];
      else holder[key] = value;
    }

    function fillControl(control, holder, key, schema, path, required) {
      const list = resolve(schema, "items", setup);
      const group = !list && resolve(schema, "properties", setup);
      if (group) return nested(control, holder, key, group, path);
      if (list && resolve(list.items, "properties", setup))
        return casekatalog.rows.groups(maker, control, holder, key, list, path);
      if (list?.items["x-markdown"]) return casekatalog.rows.texts(maker, control, holder, key, path);
      if (isChoiceList(list)) return casekatalog.tags.choices(maker, control, holder, key, list, path);
      if (list) return casekatalog.tags.words(maker, control, holder, key, list, path);
      return single(control, holder, key, schema, path, required);
    }

    function isChoiceList(list) {
      const tag = list?.items["x-vocabulary"];
      return Boolean(tag && Object.keys(setup.vocabulary[tag]).length <= FEW);
    }

    function isLongText(schema) {
      const kind = scalarKind(schema, setup);
      return !kind["x-vocabulary"] && kind.maxLength > 300;
    }

    // One value

    function single(control, holder, key, schema, path, required) {
      const kind = scalarKind(schema, setup);
      const options = kind["x-vocabulary"] ? Object.keys(setup.vocabulary[kind["x-vocabulary"]]) : kind.enum;
      const isNumber = ["number", "integer"].includes(kind.type);
      /** @type {any} */
      let input;
      if (kind.type === "boolean") {
        input = element("input", { type: "checkbox" });
        input.checked = holder[key] === true;
      } else if (options) {
        input = element("select", {}, element("option", { value: "" }, "Vælg"));
        options.forEach((option) => {
          input.append(
            element(
              "option",
              { value: option },
              kind.enum ? option : termName(kind["x-vocabulary"], option, path),
            ),
          );
        });
        if (holder[key] && !options.includes(holder[key]))
          input.append(element("option", { value: holder[key] }, holder[key]));
        input.value = holder[key] || "";
      } else if (kind.maxLength > 300) {
        input = element("textarea", { rows: kind["x-markdown"] ? 5 : 3 });
        input.value = unwrap(holder[key] || "");
      } else {
        input = element("input", { type: "text", autocomplete: "off" });
        if (isNumber) input.inputMode = "decimal";
        input.value = isNumber ? numbers.danish(holder[key] || "") : holder[key] || "";
      }
      input.id = id(path);
      input.setAttribute("aria-describedby", described(path));
      if (required) input.setAttribute("aria-required", "true");
      const note = element("p", { class: "field__meaning" });
      const explain = () => {
        const term = kind["x-vocabulary"] && setup.vocabulary[kind["x-vocabulary"]][input.value];
        const length = Array.from(input.value).length;
        if (term) note.textContent = term.definition;
        else
          note.textContent =
            !options && length > kind.maxLength * ALMOST_FULL
              ? `${length} af højst ${kind.maxLength} tegn`
              : "";
      };
      explain();
      input.addEventListener("input", () => {
        let value = kind.type === "boolean" ? input.checked : clean(input.value);
        if (isNumber) value = numbers.meant(value);
        if (value || (required && kind.type === "string" && !options)) holder[key] = value;
        else delete holder[key];
        explain();
      });
      control.append(input, note);
      if (kind["x-markdown"] && path.length === 1)
        control.append(
          element(
            "p",
            { class: "field__hint" },
            "En tom linje giver et nyt afsnit, - først på linjen et punkt, **ord** fed skrift og [ord](https://...) et link.",
          ),
        );
    }

    // A group of fields

    function nested(control, holder, key, group, path) {
      const inner = holder[key] || {};
      const parts = element("div", { class: "field__parts" });
      parts.append.apply(parts, fieldsOf(group, inner, path));
      const keep = () => {
        if (Object.keys(inner).length || wasThere(inner)) holder[key] = inner;
        else delete holder[key];
      };
      ["input", "change", "kat-change"].forEach((event) => {
        parts.addEventListener(event, keep);
      });
      control.append(parts);
    }

    function fieldsOf(group, holder, path, required) {
      return Object.keys(group.properties).map((part) =>
        field(
          holder,
          part,
          group.properties[part],
          path.concat(part),
          (required || group.required || []).includes(part),
        ),
      );
    }

    // An empty list stays where the file had one.
    function setList(holder, key, list) {
      if (list.length || wasThere(holder, key)) holder[key] = list;
      else delete holder[key];
    }

    function termName(vocabulary, slug, path) {
      const term = setup.vocabulary[vocabulary][slug];
      if (!term) return slug;
      if (path[0] === "drivers" && term.driver) return term.driver;
      if (path[0] === "barriers" && term.barrier) return term.barrier;
      return term.name;
    }
  }

  // The Danish name of the field at a path: "Gevinster 2, Tal 1, Enhed".
  function titleOf(path, setup) {
    let schema = setup.schema;
    const titles = [];
    path.forEach((part) => {
      if (typeof part === "number") {
        if (titles.length) titles[titles.length - 1] += ` ${part + 1}`;
        schema = schema && resolve(schema, "items", setup)?.items;
        return;
      }
      schema = schema && (resolve(schema, "properties", setup) || { properties: {} }).properties[part];
      titles.push(schema ? schema.title : part);
    });
    return titles.join(", ");
  }

  return { of, titleOf };
})();
