// Keeps what is written in the form, with the file's comments, in the reader's own browser.
(function () {
  "use strict";
  var casekatalog = (window.casekatalog = window.casekatalog || {});
  var PREFIX = "casekatalog-kladde:";

  casekatalog.draft = { read: read, save: save, remove: remove, onOtherTab: onOtherTab, placed: placed };

  // What was kept for a case: {data, notes, base}, where `base` is the file that the draft began from.
  function read(slug) {
    try {
      var kept = JSON.parse(localStorage.getItem(key(slug)));
      return kept && kept.data ? { data: kept.data, base: kept.base, notes: placed(kept.notes, kept.data) } : null;
    } catch (error) {
      return null;
    }
  }

  // Returns whether the browser could keep it.
  function save(slug, data, notes, base) {
    try {
      localStorage.setItem(key(slug), JSON.stringify({ data: data, notes: listed(notes, data), base: base }));
      return true;
    } catch (error) {
      return false;
    }
  }

  function remove(slug) {
    try {
      localStorage.removeItem(key(slug));
    } catch (error) {
      // Nothing was kept.
    }
  }

  function onOtherTab(slug, react) {
    window.addEventListener("storage", function (event) {
      if (event.key === key(slug) && event.newValue) react();
    });
  }

  function key(slug) {
    return PREFIX + (slug || "ny");
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
    return { before: place(notes.before), after: place(notes.after), end: notes.end };
  }

  // The other way round; what no longer belongs to a value is left out.
  function listed(notes, data) {
    var before = [];
    var after = [];
    var collect = function (list, held, path) {
      Object.keys(held || {}).forEach(function (part) { list.push([path.concat(part), held[part]]); });
    };
    var walk = function (value, path) {
      if (typeof value !== "object" || value === null) return;
      collect(before, notes.before.get(value), path);
      collect(after, notes.after.get(value), path);
      Object.keys(value).forEach(function (part) { walk(value[part], path.concat(part)); });
    };
    walk(data, []);
    return { before: before, after: after, end: notes.end };
  }
})();
