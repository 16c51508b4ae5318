/** What is sound in a case, but for a person to judge. Free of the DOM; as in generator/reading/warnings.py. */
casekatalog.warn = (() => {
  "use strict";

  /**
   * @param {CaseDraft} data
   * @param {CheckContext} context
   * @param {FileComment[]} comments
   */
  function warn(data, context, comments) {
    sameTitle(data, context);
    noHeadline(data, context);
    textsToJudge(context);
    commentsToJudge(comments, context);
    unprintable(context);
  }

  /**
   * @param {CaseDraft} data
   * @param {CheckContext} context
   */
  function sameTitle(data, context) {
    const slugify = casekatalog.words.slugify;
    const words = slugify(data.title || "");
    const cases = context.setup.cases;
    const other =
      words && Object.keys(cases).find((slug) => slug !== context.slug && slugify(cases[slug]) === words);
    if (other) context.warn(["title"], "same_title", { other: `cases/${other}.yaml` });
  }

  /**
   * @param {CaseDraft} data
   * @param {CheckContext} context
   */
  function noHeadline(data, context) {
    const all = (Array.isArray(data.gains) ? data.gains : []).map((gain) => gain.figures || []);
    const first = all.findIndex((figures) => figures.length);
    const isTold = all.flat().some((figure) => figure.role === context.setup.result);
    if (first >= 0 && !isTold) context.warn(["gains", first, "figures"], "no_headline");
  }

  /**
   * Each kind once for a text: the field shows where it is.
   * @param {CheckContext} context
   */
  function textsToJudge(context) {
    /** @param {FormPath} path */
    const isRefused = (path) =>
      context.problems.some((found) => found.code.startsWith("personal_") && found.path === path);
    const bareUnit = new RegExp(`^(?:${context.setup.bareUnit})$`, "iu");
    Object.entries(context.setup.findings).forEach(([code, pattern]) => {
      context.texts.forEach(({ path, text }) => {
        if (isFound(pattern, text) && !isRefused(path)) context.warn(path, code);
      });
    });
    /** @param {FormPath} path */
    const isFaulty = (path) => context.problems.some((found) => found.path.join() === path.join());
    context.texts.forEach(({ path, text }) => {
      if (isNothing(path, text, context.setup) && !isFaulty(path))
        context.warn(path, "silent_text", { found: text });
      if (path[path.length - 1] === "unit" && bareUnit.test(text.trim()))
        context.warn(path, "bare_unit", { found: text });
    });
  }

  /**
   * @param {string} pattern
   * @param {string} text
   */
  function isFound(pattern, text) {
    return Array.from(text.matchAll(new RegExp(pattern, "giu"))).some((match) => match[1]);
  }

  /**
   * Personal data in comments, which no field shows and which are as public as the texts.
   * @param {FileComment[]} comments
   * @param {CheckContext} context
   */
  function commentsToJudge(comments, context) {
    const { findings, personal, words } = context.setup;
    for (const { path, text } of comments) {
      for (const code of personal) {
        if (!isFound(findings[code], text.replace(/^#+/, ""))) continue;
        context.warn(path, code);
        const [told] = context.problems.slice(-1);
        told.message = casekatalog.text.fill(words.in_comment, { text, message: told.message });
      }
    }
  }

  /**
   * Whether a text says in other words that nothing is told; a table may count those who do not know.
   * @param {FormPath} path
   * @param {string} text
   * @param {FormSetup} setup
   */
  function isNothing(path, text, setup) {
    const isTable = path.includes("rows") || path.includes("columns");
    const isEmpty = !text.trim() || casekatalog.texts.isUnstated(text);
    return !isTable && !isEmpty && casekatalog.hints.isSilent(text, setup);
  }

  /**
   * A character that the PDF's fonts lack stops the print; as in generator/printing/typst.py.
   * @param {CheckContext} context
   */
  function unprintable(context) {
    const setup = context.setup;
    if (!setup.printable) return;
    const lacking = new RegExp(`[^${setup.printable}]`, "u");
    context.texts.forEach(({ path, text }) => {
      const found = lacking.exec(text);
      if (!found) return;
      const letter = found[0];
      const apart = letter.normalize("NFKD").replace(/\p{M}/gu, "");
      const near = [letter.normalize("NFKC"), apart, setup.instead[letter] || ""].find(
        (other) => other && !lacking.test(other),
      );
      context.say(path, "unprintable", {
        character: letter,
        point: `U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`,
        hint: near
          ? casekatalog.text.fill(setup.words.write, { text: `"${near}"` })
          : setup.words.another_way,
      });
    });
  }

  return warn;
})();
