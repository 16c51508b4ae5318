/** Says in the form what is wrong with the case, where it is wrong, and how far each part has come. */
/** @typedef {{ path: FormPath, field: string }} Told what is told of a field */
casekatalog.report = (() => {
  "use strict";
  const { counted, fill } = casekatalog.text;
  const { wording } = casekatalog;
  const root = document.querySelector("[data-case-form]");
  const setup = casekatalog.data.get("setup");
  const { resolve, takesUnstated } = casekatalog.schemas;
  const { element } = casekatalog.dom;
  const name = casekatalog.words.fieldName;
  const rich = casekatalog.elements.rich;

  /**
   * `isShownAt` tells whether a field by its name may show what is wrong with it; `isAllShown` opens the list of all.
   * @param {Problem[]} problems
   * @param {(field: string) => boolean} isShownAt
   * @param {boolean} isAllShown
   */
  function show(problems, isShownAt, isAllShown) {
    showErrors(problems, isShownAt, isAllShown);
    showProgress(problems.filter(isError));
  }

  /**
   * @param {Problem[]} problems
   * @param {(field: string) => boolean} isShownAt
   * @param {boolean} isAllShown
   */
  function showErrors(problems, isShownAt, isAllShown) {
    /** @type {Record<string, Problem[]>} */
    const byField = {};
    problems.forEach((problem) => {
      const home = homeOf(problem);
      byField[home] ??= [];
      byField[home].push(problem);
    });
    root.querySelectorAll("[data-path]").forEach((/** @type {HTMLElement} */ box) => {
      const { path = "" } = box.dataset,
        own = byField[path] || [];
      const isShown = own.length > 0 && isShownAt(path);
      const error = box.querySelector(":scope > .field__error");
      const words = isShown ? own.map(plain).join(" ") : "";
      const isWrong = isShown && own.some(isError);
      error.hidden = !isShown;
      if (error.dataset.words !== words) {
        error.dataset.words = words;
        error.replaceChildren.apply(error, rich(words));
      }
      box.classList.toggle("field--wrong", isWrong);
      const input = box.querySelector(":scope > .field__control :is(input, select, textarea)");
      if (!input || input.closest("[data-path]") !== box) return;
      input.ariaInvalid = isWrong ? "true" : null;
    });
    const list = document.querySelector("[data-form-problems]");
    list.replaceChildren.apply(
      list,
      problems.map((problem) => {
        const item = element("li", {}, linkTo(problem), ": ");
        item.append.apply(item, rich(plain(problem)));
        return item;
      }),
    );
    list.hidden = !isAllShown;
  }

  /**
   * A link with a field's name to the field that something is told of, through the folds around it.
   * @param {Told} problem
   */
  function linkTo(problem) {
    const target = targetOf(root.querySelector(`[data-path="${homeOf(problem)}"]`));
    const title = casekatalog.fields.titleOf(problem.path, setup);
    const link = element("a", { href: `#${target ? target.id : ""}` }, title);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details"))
        fold.open = true;
      if (target) target.focus();
    });
    return link;
  }

  /** @param {Problem[]} problems */
  function showProgress(problems) {
    let ready = 0;
    const sections = document.querySelectorAll("[data-form-section]");
    sections.forEach((section) => {
      const keys = `${section.dataset.formSection} ${section.dataset.formFields}`.split(" ");
      const own = problems.filter((problem) => keys.includes(String(problem.path[0]))).length;
      if (!own) ready += 1;
      document.querySelectorAll(`[data-form-state="${section.id}"]`).forEach((mark) => {
        setText(mark, own ? fill(wording.form_report.missing, { count: own }) : wording.form_report.ready);
        mark.classList.toggle("form__state--ready", !own);
      });
    });
    const progress = fill(wording.form_report.progress, { ready, count: sections.length });
    setText(document.querySelector("[data-form-progress]"), progress);
    const count = problems.length;
    setText(
      document.querySelector("[data-form-verdict]"),
      count ? counted(wording.form_report.faults, count) : wording.form_report.sound,
    );
  }

  /**
   * A screen reader tells of a text each time that it is set.
   * @param {Element} place
   * @param {string} text
   */
  function setText(place, text) {
    if (place.textContent !== text) place.textContent = text;
  }

  /**
   * A message in the words of `casekatalog check`, without what only a file has.
   * @param {Problem} problem
   */
  function plain(problem) {
    const title = casekatalog.fields.titleOf(problem.path, setup);
    return (
      (isError(problem) ? "" : `${wording.form_report.warning} `) +
      (asked(problem) || problem.message)
        .replace(/`\w+: \.\.\.`/, wording.form_report.something)
        .replace("`contact`", `»${casekatalog.fields.titleOf(["contact"], setup)}«`)
        .replace(/`(value|unit|before)`/g, (_, key) => {
          const other = casekatalog.fields
            .titleOf(problem.path.slice(0, -1).concat(key), setup)
            .split(", ")
            .pop();
          return title ? `»${other}«` : key;
        })
    );
  }

  /**
   * What to do in the form about something that is not there: choose, add or write it.
   * @param {Problem} problem
   */
  function asked(problem) {
    if (!["missing", "empty_list", "empty_required"].includes(problem.code))
      return setup.asked[problem.code] || "";
    const schema = casekatalog.schemas.at(problem.path, setup);
    if (!schema) return "";
    const isSilent = takesUnstated(schema, setup);
    let way = resolve(schema, "x-vocabulary", setup) || resolve(schema, "enum", setup) ? "choose" : "write";
    const list = resolve(schema, "items", setup);
    if (list) way = resolve(list.items, "x-vocabulary", setup) ? "choose" : "add";
    return `${setup.asked[way] + (isSilent ? setup.asked.silent : "")}.`;
  }

  /** @param {Problem} problem */
  function isError(problem) {
    return problem.severity === "error";
  }

  /**
   * The field on the page that a problem belongs to: its own, or the nearest around it.
   * @param {Told} problem
   */
  function homeOf(problem) {
    const table = /^series\[\d+\]\.columns/.exec(problem.field);
    if (table) return table[0].replace("columns", "rows");
    let path = problem.path;
    while (path.length > 1 && !root.querySelector(`[data-path="${name(path)}"]`)) path = path.slice(0, -1);
    return name(path);
  }

  /** @param {HTMLElement | null} box */
  function targetOf(box) {
    const inputs = "input, select, textarea, button";
    return (
      box && (box.querySelector(`.field__control:not([hidden]) :is(${inputs})`) || box.querySelector(inputs))
    );
  }

  return { show, isError, setText, homeOf, linkTo };
})();
