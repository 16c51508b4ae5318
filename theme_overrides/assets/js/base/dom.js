/** The elements that scripts make. */
casekatalog.dom = (() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

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
   * Return a drawing of 24 by 24 in one path, which takes the colour of the text that it stands for.
   * @param {string} path
   */
  function icon(path) {
    const svg = document.createElementNS(SVG, "svg");
    const told = { viewBox: "0 0 24 24", width: "24", height: "24", "aria-hidden": "true" };
    for (const [key, value] of Object.entries(told)) svg.setAttribute(key, value);
    svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", path);
    return svg;
  }

  /**
   * Return a text of the language as nodes, with elements or texts in place of its marks.
   * @param {string} text
   * @param {Record<string, Node | string | (Node | string)[]>} values by name
   */
  function filled(text, values) {
    return text.split(/\{(\w+)\}/).flatMap((part, index) => (index % 2 ? values[part] : part));
  }

  return { el, element, button, icon, filled };
})();
