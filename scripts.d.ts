// What the scripts count on: an element that is looked for by a template's own mark is of its kind.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Element {
  closest(selectors: string): any;
}

/** The parser of Markdown in vendor/. */
declare function markdownit(preset: string, options?: object): any;
