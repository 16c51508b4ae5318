/**
 * The comments of a case's file, which move along with what they belong to. Free of the DOM.
 * @typedef {FormGroup | FormValue[]} FormHolder
 */
/**
 * Comments by the group or list that holds what they belong to, and by its key or place there.
 * @typedef {object} FormNotes
 * @property {Map<FormHolder, Record<string, string[]>>} before
 * @property {Map<FormHolder, Record<string, string[]>>} inside last in the value
 * @property {Map<FormHolder, Record<string, string>>} after on its line
 * @property {Map<FormHolder, FormGroup>} aside what fields held before the source was said to be silent
 * @property {string[]} end
 */
/** @typedef {{ path: FormPath, text: string }} FileComment */
casekatalog.notes = (() => {
  "use strict";

  /** @returns {FormNotes} */
  function none() {
    return { before: new Map(), inside: new Map(), after: new Map(), aside: new Map(), end: [] };
  }

  /**
   * Return comments that are given by path as notes on the parts of `data`; it throws where it has no such part.
   * @param {ListedNotes} notes
   * @param {FormGroup} data
   * @returns {FormNotes}
   */
  function placed(notes, data) {
    return {
      before: byHolder(notes.before, data),
      inside: byHolder(notes.inside || [], data),
      after: byHolder(notes.after, data),
      aside: byHolder(notes.aside || [], data),
      end: notes.end,
    };
  }

  /**
   * @template Note
   * @param {[path: FormPath, note: Note][]} list
   * @param {FormGroup} data
   */
  function byHolder(list, data) {
    /** @type {Map<FormHolder, Record<string, Note>>} */
    const map = new Map();
    for (const [path, note] of list) {
      const holder = path.slice(0, -1).reduce(partOf, data);
      if (!isHolder(holder)) throw new TypeError(casekatalog.words.fieldName(path));
      map.set(holder, { ...map.get(holder), [path[path.length - 1]]: note });
    }
    return map;
  }

  /**
   * @param {FormValue} value
   * @param {string | number} part
   * @returns {FormValue}
   */
  function partOf(value, part) {
    if (Array.isArray(value)) return value[Number(part)];
    return isHolder(value) ? value[part] : undefined;
  }

  /**
   * @param {FormValue} value
   * @returns {value is FormHolder}
   */
  function isHolder(value) {
    return typeof value === "object" && value !== null;
  }

  /**
   * The other way round; what no longer belongs to a value is left out.
   * @param {FormNotes} notes
   * @param {FormGroup} data
   * @returns {ListedNotes}
   */
  function listed(notes, data) {
    const holders = Array.from(holdersIn(data, []));
    return {
      before: byPath(notes.before, holders),
      inside: byPath(notes.inside, holders),
      after: byPath(notes.after, holders),
      aside: byPath(notes.aside, holders),
      end: notes.end,
    };
  }

  /**
   * Every group and list of a value, the outer ones first, each with its path.
   * @param {FormValue} value
   * @param {FormPath} path
   * @returns {Generator<{ holder: FormHolder, path: FormPath }>}
   */
  function* holdersIn(value, path) {
    if (!isHolder(value)) return;
    yield { holder: value, path };
    for (const [part, inner] of Object.entries(value)) yield* holdersIn(inner, path.concat(part));
  }

  /**
   * @template Note
   * @param {Map<FormHolder, Record<string, Note>>} map
   * @param {{ holder: FormHolder, path: FormPath }[]} holders
   */
  function byPath(map, holders) {
    /** @type {[path: FormPath, note: Note][]} */
    const list = [];
    for (const { holder, path } of holders)
      for (const [part, note] of Object.entries(map.get(holder) ?? {})) list.push([path.concat(part), note]);
    return list;
  }

  /**
   * Each comment of the file, with the path of what it belongs to; what the file ends with belongs to none.
   * @param {FormNotes} notes
   * @param {FormGroup} data
   * @returns {FileComment[]}
   */
  function comments(notes, data) {
    const { before, inside, after, end } = listed(notes, data);
    /** @type {[path: FormPath, lines: string | string[]][]} */
    const told = [...before, ...inside, ...after, [["title"], end]];
    return told.flatMap(([path, lines]) => [lines].flat().map((text) => ({ path, text })));
  }

  /**
   * Let the comments of a list's items move along with them; `order` has the former place of each.
   * @param {FormNotes} notes
   * @param {FormHolder} list
   * @param {number[]} order
   */
  function move(notes, list, order) {
    reorder(notes.before, list, order);
    reorder(notes.inside, list, order);
    reorder(notes.after, list, order);
  }

  /**
   * @template Note
   * @param {Map<FormHolder, Record<string, Note>>} map
   * @param {FormHolder} list
   * @param {number[]} order
   */
  function reorder(map, list, order) {
    const held = map.get(list);
    if (!held) return;
    const now = order.flatMap((from, to) => (held[from] === undefined ? [] : [[to, held[from]]]));
    map.set(list, Object.fromEntries(now));
  }

  return { none, placed, listed, comments, move, isHolder };
})();
