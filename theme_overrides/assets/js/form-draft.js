// Keeps what is written in the form, with the file's comments, in the reader's own browser.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var yaml = casekatalog.yaml;
  var PREFIX = "casekatalog-kladde:";
  var NEW = "ny";

  casekatalog.draft = {
    read: read, save: save, remove: remove, named: named, another: another, others: others, onOtherTab: onOtherTab, placed: placed,
  };

  // What was kept under a name, or null: {data, notes, base, text}, where `base` is the file that the draft began from, and
  // `lost` tells whether some of `text`, which is how it was kept, has no place in the form.
  function read(name, setup) {
    var text = stored(name);
    if (text === null) return null;
    var kept = parsed(text);
    var data = fitting(Object(kept).data, setup.schema, setup);
    if (data === undefined) return { data: null, text: text, lost: true };
    var lost = JSON.stringify(data) !== JSON.stringify(kept.data);
    return { data: data, base: kept.base, notes: lost ? null : safelyPlaced(kept.notes, data), text: text, lost: lost };
  }

  // Returns whether the browser could keep it.
  function save(name, data, notes, base) {
    try {
      localStorage.setItem(PREFIX + name, JSON.stringify({ data: data, notes: listed(notes, data), base: base }));
      return true;
    } catch (error) {
      return false;
    }
  }

  function remove(name) {
    try {
      localStorage.removeItem(PREFIX + name);
    } catch (error) {
      // Nothing was kept.
    }
  }

  // The name under which a case, or the new case with a number, is kept.
  function named(slug, number) {
    return slug || (number > 1 ? NEW + ":" + number : NEW);
  }

  // The number of a new case for which nothing is kept yet, and that is not called `name`.
  function another(name) {
    var number = 1;
    while (named(null, number) === name || stored(named(null, number)) !== null) number += 1;
    return number;
  }

  // The new cases that are kept under other names than `name`: {number, title}.
  function others(name) {
    var found = [];
    for (var number = 1; number <= 99; number += 1) {
      var text = named(null, number) === name ? null : stored(named(null, number));
      var title = text === null ? "" : Object(Object(parsed(text)).data).title;
      if (text !== null) found.push({ number: number, title: typeof title === "string" ? title : "" });
    }
    return found;
  }

  function onOtherTab(name, react) {
    window.addEventListener("storage", function (event) {
      if (event.key === PREFIX + name && event.newValue) react();
    });
  }

  function stored(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch (error) {
      return null;
    }
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      return null;
    }
  }

  // As much of a value as the form has fields for, or undefined.
  function fitting(value, schema, setup) {
    var group = yaml.resolve(schema, "properties", setup);
    var list = yaml.resolve(schema, "items", setup);
    if (typeof value !== "object" || value === null) {
      var isText = typeof value === "string" || (value === null && schema["x-cells"]);
      var isSilent = casekatalog.rules.takesUnstated(schema, setup) && casekatalog.rules.isUnstated(value);
      if (group || list) return isSilent ? value : undefined;
      if (typeof value === "number") return String(value);
      var isTruth = Boolean(yaml.resolve(schema, "type", setup, function (part) { return part.type === "boolean"; }));
      return isTruth === (typeof value === "boolean") && (isTruth || isText) ? value : undefined;
    }
    if (Array.isArray(value)) return list ? value.map(function (item) { return fitting(item, list.items, setup); }).filter(isThere) : undefined;
    if (!group) return undefined;
    var made = {};
    Object.keys(value).forEach(function (key) {
      var part = Object.prototype.hasOwnProperty.call(group.properties, key) ? fitting(value[key], group.properties[key], setup) : undefined;
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
    } catch (error) {
      return null;
    }
  }

  // Comments by path become comments by the group or list that holds their value, so that they move along with it.
  function placed(notes, data) {
    var place = function (list) {
      var map = new Map();
      list.forEach(function (entry) {
        var path = entry[0];
        var holder = path.slice(0, -1).reduce(function (value, part) { return value[part]; }, data);
        if (!map.has(holder)) map.set(holder, {});
        map.get(holder)[path[path.length - 1]] = entry[1];
      });
      return map;
    };
    return { before: place(notes.before), inside: place(notes.inside || []), after: place(notes.after), end: notes.end };
  }

  // The other way round; what no longer belongs to a value is left out.
  function listed(notes, data) {
    var before = [];
    var inside = [];
    var after = [];
    var collect = function (list, held, path) {
      Object.keys(held || {}).forEach(function (part) { list.push([path.concat(part), held[part]]); });
    };
    var walk = function (value, path) {
      if (typeof value !== "object" || value === null) return;
      collect(before, notes.before.get(value), path);
      collect(inside, notes.inside.get(value), path);
      collect(after, notes.after.get(value), path);
      Object.keys(value).forEach(function (part) { walk(value[part], path.concat(part)); });
    };
    walk(data, []);
    return { before: before, inside: inside, after: after, end: notes.end };
  }
})();
