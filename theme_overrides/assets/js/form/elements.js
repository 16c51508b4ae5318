/** The elements that the form's fields are made of, and the texts in them. */
casekatalog.elements = (() => {
  "use strict";
  const { element } = casekatalog.dom;
  const { INVISIBLE, SPACES } = casekatalog.scalars;

  /**
   * What is typed, without what nobody sees and a text from elsewhere often brings along.
   * @param {string} text
   */
  function clean(text) {
    let seen = text.toWellFormed ? text.toWellFormed() : text;
    seen = seen.replace(/[\t\u2028\u2029]/g, " ").replace(new RegExp(INVISIBLE.source, "g"), "");
    return seen.replace(new RegExp(`^ *${SPACES}+ *| *${SPACES}+ *$`, "gm"), "").trim();
  }

  /**
   * A text that was wrapped in the file is one line to a paragraph here, unless it is Markdown that lines matter to.
   * @param {string} text
   */
  function unwrap(text) {
    if (/```|~~~|\|/.test(text)) return text;
    return text.replace(/([^\n])\n(?![\n\s]|[-+*#>=~`]|[0-9]+[.)])/g, (whole, before, offset, all) =>
      / {2}$/.test(all.slice(0, offset + 1)) ? whole : `${before} `,
    );
  }

  /**
   * @param {FormValue} value
   * @returns {boolean}
   */
  function hasContent(value) {
    if (typeof value !== "object" || value === null) return Boolean(value);
    return Object.values(value).some(hasContent);
  }

  /**
   * @param {string} words
   * @param {() => void} act
   */
  function button(words, act) {
    const made = casekatalog.dom.button("repeat__button", words);
    made.addEventListener("click", act);
    return made;
  }

  /** @param {FormPath} path */
  function error(path) {
    return element("p", { class: "field__error", id: `${id(path)}-error`, hidden: "" });
  }

  /** @param {EventTarget} target */
  function fire(target) {
    target.dispatchEvent(new CustomEvent("kat-change", { bubbles: true }));
  }

  /** @param {FormPath} path */
  function described(path) {
    return `${id(path)}-help ${id(path)}-error`;
  }

  /**
   * Words with `code` in them, as nodes.
   * @param {string} text
   */
  function rich(text) {
    return text.split("`").map((part, index) => (index % 2 ? element("code", {}, part) : part));
  }

  /** @param {FormPath} path */
  function id(path) {
    return `felt-${path.join("-")}`;
  }

  return {
    button,
    error,
    rich,
    id,
    described,
    fire,
    clean,
    unwrap,
    hasContent,
  };
})();
