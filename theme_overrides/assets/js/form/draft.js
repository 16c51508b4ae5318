// Keeps what is written in the form, with the file's comments, in the reader's own browser.
casekatalog.draft = (() => {
  "use strict";
  const { resolve, takesUnstated } = casekatalog.schemas;
  const { isUnstated } = casekatalog.texts;
  const PREFIX = "casekatalog-kladde:";
  const NEW = "ny";

  // What was kept under a name, or null: {data, notes, base, text}, where `base` is the file that the draft began from, and
  // `lost` tells whether some of `text`, which is how it was kept, has no place in the form.
  function read(name, setup) {
    const text = stored(name);
    if (text === null) return null;
    const kept = parsed(text);
    const data = fitting(Object(kept).data, setup.schema, setup);
    if (data === undefined) return { data: null, text, lost: true };
    const lost = JSON.stringify(data) !== JSON.stringify(kept.data);
    return { data, base: kept.base, notes: lost ? null : safelyPlaced(kept.notes, data), text, lost };
  }

  // Returns whether the browser could keep it.
  function save(name, data, notes, base) {
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify({ data, notes: listed(notes, data), base }));
      return true;
    } catch (_error) {
      return false;
    }
  }

  function remove(name) {
    try {
      localStorage.removeItem(PREFIX + name);
    } catch (_error) {
      // Nothing was kept.
    }
  }

  // The name under which a case, or the new case with a number, is kept.
  function named(slug, number) {
    return slug || (number > 1 ? `${NEW}:${number}` : NEW);
  }

  // The number of a new case as an address has it, or 0.
  function numbered(text) {
    return /^[1-9][0-9]?$/.test(text || "") ? Number(text) : 0;
  }

  // Whether what is kept under a number, if anything, is of a case that does the same as `origin`.
  function isFrom(number, origin) {
    const text = number ? stored(named(null, number)) : "";
    const related = Object(Object(Object(parsed(text || "")).data).related);
    return text === null || [related.inspired_by].flat().includes(origin);
  }

  // The number of a new case for which nothing is kept yet, and that is not called `name`.
  function another(name) {
    let number = 1;
    while (named(null, number) === name || stored(named(null, number)) !== null) number += 1;
    return number;
  }

  // The new cases that are kept under other names than `name`: {number, title}.
  function others(name) {
    const found = [];
    for (let number = 1; number <= 99; number += 1) {
      const text = named(null, number) === name ? null : stored(named(null, number));
      const title = text === null ? "" : Object(Object(parsed(text)).data).title;
      if (text !== null) found.push({ number, title: typeof title === "string" ? title : "" });
    }
    return found;
  }

  function onOtherTab(name, react) {
    window.addEventListener("storage", (event) => {
      if (event.key === PREFIX + name && event.newValue) react();
    });
  }

  function stored(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch (_error) {
      return null;
    }
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (_error) {
      return null;
    }
  }

  // As much of a value as the form has fields for, or undefined.
  function fitting(value, schema, setup) {
    const group = resolve(schema, "properties", setup);
    const list = resolve(schema, "items", setup);
    if (typeof value !== "object" || value === null) {
      const isText = typeof value === "string" || (value === null && schema["x-cells"]);
      const isSilent = takesUnstated(schema, setup) && isUnstated(value);
      if (group || list) return isSilent ? value : undefined;
      if (typeof value === "number") return String(value);
      const isTruth = Boolean(resolve(schema, "type", setup, (part) => part.type === "boolean"));
      return isTruth === (typeof value === "boolean") && (isTruth || isText) ? value : undefined;
    }
    if (Array.isArray(value))
      return list ? value.map((item) => fitting(item, list.items, setup)).filter(isThere) : undefined;
    if (!group) return undefined;
    const made = {};
    Object.keys(value).forEach((key) => {
      const part = Object.hasOwn(group.properties, key)
        ? fitting(value[key], group.properties[key], setup)
        : undefined;
      if (isThere(part)) made[key] = part;
    });
    return made;
  }

  function isThere(value) {
    return value !== undefined;
  }

  function safelyPlaced(notes, data) {
    try {
      return placed(notes, data);
    } catch (_error) {
      return null;
    }
  }

  // Comments, and what stands aside, by path become those by the group or list that holds their value, so that they move along with it.
  function placed(notes, data) {
    const place = (list) => {
      const map = new Map();
      list.forEach((entry) => {
        const path = entry[0];
        const holder = path.slice(0, -1).reduce((value, part) => value[part], data);
        if (!map.has(holder)) map.set(holder, {});
        map.get(holder)[path[path.length - 1]] = entry[1];
      });
      return map;
    };
    return {
      before: place(notes.before),
      inside: place(notes.inside || []),
      after: place(notes.after),
      aside: place(notes.aside || []),
      end: notes.end,
    };
  }

  // The other way round; what no longer belongs to a value is left out.
  function listed(notes, data) {
    const before = [];
    const inside = [];
    const after = [];
    const aside = [];
    const collect = (list, held, path) => {
      Object.keys(held || {}).forEach((part) => {
        list.push([path.concat(part), held[part]]);
      });
    };
    const walk = (value, path) => {
      if (typeof value !== "object" || value === null) return;
      collect(before, notes.before.get(value), path);
      collect(inside, notes.inside.get(value), path);
      collect(after, notes.after.get(value), path);
      collect(aside, notes.aside.get(value), path);
      Object.keys(value).forEach((part) => {
        walk(value[part], path.concat(part));
      });
    };
    walk(data, []);
    return { before, inside, after, aside, end: notes.end };
  }

  // Each comment of the file, with the path of what it belongs to; what the file ends with belongs to none.
  function comments(notes, data) {
    const { before, inside, after, end } = listed(notes, data);
    const told = [...before, ...inside, ...after, [["title"], end]];
    return told.flatMap(([path, lines]) => [lines].flat().map((text) => ({ path, text })));
  }

  return {
    read,
    comments,
    save,
    remove,
    named,
    numbered,
    isFrom,
    another,
    others,
    onOtherTab,
    placed,
    fitting,
  };
})();
