/**
 * The dialect of Markdown that cases are written in, as in generator/dialect.py: CommonMark with tables, less what
 * running text means by accident. Free of the DOM.
 */
casekatalog.dialect = (() => {
  "use strict";

  const BULLET = /^([ \t]*)(?:[•·▪◦‣⁃∙●○■□➢➤\uf0b7\uf0a7\uf0d8][ \t]+|o\t[ \t]*)/gm;
  const TRAILING = /(?<![ \t])[ \t]+$/gm;
  const SIGN = /^([-*][ \t]+[0-9]|\*)/;
  const ONE_LINE = 7;

  /**
   * A parser of the dialect and of what editors are told of; links lead where `accepts` lets them.
   * @param {(url: string) => boolean} accepts
   */
  function parser(accepts) {
    const made = markdownit("commonmark", { html: false }).enable("table");
    made.disable(["html_block", "html_inline", "entity", "reference", "blockquote"]);
    made.validateLink = accepts;
    made.core.ruler.after("normalize", "lines", mendLines);
    made.block.ruler.at("code", () => false);
    made.block.ruler.at("list", list, { alt: ["paragraph"] });
    made.inline.ruler.before("escape", "backslash", asItIs(/\\{2,}|\\(?=\n)/y));
    made.inline.ruler.before("link", "nowhere", asItIs(/\[[^[\]]*\]\([ \t\n]*(?:<>[ \t\n]*)?\)/y));
    made.inline.ruler.before("emphasis", "times", asItIs(/\*+(?=[0-9])/y, /[0-9]/));
    return made;
  }

  /**
   * Writes word processors' bullets as `-`, and no spaces at the end of a line, which would break it.
   * @param {MarkdownState} state
   */
  function mendLines(state) {
    state.src = state.src.replace(BULLET, "$1- ").replace(TRAILING, "");
  }

  /** @type {MarkdownBlockRule | null} */
  let commonList = null;

  /**
   * Reads a list, but not running text that begins as one does.
   * @param {MarkdownState} state
   * @param {number} start
   * @param {number} end
   * @param {boolean} silent
   */
  function list(state, start, end, silent) {
    commonList ??= markdownit("zero").enable("list").block.ruler.getRules("")[0];
    state.env.refused ??= new Set();
    const { refused } = state.env;
    const mark = state.src.slice(begin(state, start), state.eMarks[start]);
    if (mark.startsWith("+") || refused.has(begin(state, start)) || !commonList(state, start, end, true))
      return false;
    const isNumbered = /^[0-9]/.test(mark);
    const isNext = state.sCount[start] < state.blkIndent; // item of a list that is being read
    if (silent && (isNext || !isNumbered)) return true;
    const known = state.tokens.length;
    const line = state.line;
    commonList(state, start, end, false);
    const made = state.tokens.slice(known);
    const isList = isNumbered ? counts(made) : !(standsAlone(state, start) && isSign(made, mark));
    for (let below = start; isNumbered && !isList && below < state.line; below++)
      refused.add(begin(state, below));
    if (silent || !isList) {
      state.tokens.length = known;
      state.line = line;
    }
    return isList;
  }

  /**
   * @param {MarkdownState} state
   * @param {number} line
   */
  function begin(state, line) {
    return state.bMarks[line] + state.tShift[line];
  }

  /**
   * Whether a list's numbers are 1, 2 and so on.
   * @param {MarkdownToken[]} made
   */
  function counts(made) {
    const items = made.filter(
      (token) => token.type === "list_item_open" && token.level === made[0].level + 1,
    );
    return items.length > 1 && items.every((item, index) => Number(item.info) === index + 1);
  }

  /**
   * @param {MarkdownState} state
   * @param {number} line
   */
  function standsAlone(state, line) {
    const isBehindMark = state.src.slice(state.bMarks[line], begin(state, line)).trim() !== "";
    return line === 0 || state.isEmpty(line - 1) || isBehindMark;
  }

  /**
   * Whether what a list of one line begins with is a minus or a footnote's star.
   * @param {MarkdownToken[]} made
   * @param {string} mark
   */
  function isSign(made, mark) {
    return made.length === ONE_LINE && SIGN.test(mark);
  }

  /**
   * A rule that shows what fits the pattern, behind what fits `before`, as it is written.
   * @param {RegExp} pattern
   * @param {RegExp} [before]
   */
  function asItIs(pattern, before) {
    return (/** @type {MarkdownState} */ state, /** @type {boolean} */ silent) => {
      pattern.lastIndex = state.pos;
      const found = pattern.exec(state.src);
      if (!found || (before && !before.test(state.src[state.pos - 1] || ""))) return false;
      if (!silent) state.pending += found[0];
      state.pos += found[0].length;
      return true;
    };
  }

  return { parser };
})();
