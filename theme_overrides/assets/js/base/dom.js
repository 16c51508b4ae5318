/** The elements that scripts make. */
casekatalog.dom = (() => {
  "use strict";

  /**
   * Return an element with a class and content.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} [className]
   * @param {...(Node | string | (Node | string)[])} content
   */
  function el(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content.flat());
    return made;
  }

  /**
   * Return an element with attributes and content.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Object<string, string | number>} [attributes]
   * @param {...(Node | string)} content
   */
  function element(name, attributes = {}, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.append(...content);
    return made;
  }

  /**
   * Return a button, which sends no form.
   * @param {string} className
   * @param {...(Node | string | (Node | string)[])} content
   */
  function button(className, ...content) {
    const made = el("button", className, ...content);
    made.type = "button";
    return made;
  }

  /**
   * Return a text of the language as nodes, with elements or texts in place of its marks.
   * @param {string} text
   * @param {Record<string, Node | string | (Node | string)[]>} values by name
   */
  function filled(text, values) {
    return text.split(/\{(\w+)\}/).flatMap((part, index) => (index % 2 ? values[part] : part));
  }

  return { el, element, button, filled };
})();
