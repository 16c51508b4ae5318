/** Numbers and dates as they are typed: which one is meant, and what is wrong with it. Free of the DOM; as in generator/reading/explanation.py. */
casekatalog.numbers = (() => {
  "use strict";
  const { fill } = casekatalog.text;

  /* The patterns of generator/notation.py, each of a whole text. */
  /** @type {Record<string, RegExp> | null} */
  let made = null;
  function patterns() {
    made ??= Object.fromEntries(
      Object.entries(casekatalog.data.get("setup").notation).map(([name, source]) => [
        name,
        new RegExp(`^(?:${source})$`, "u"),
      ]),
    );
    return made;
  }

  /** @param {string} raw */
  function parse(raw) {
    return patterns().integer.test(raw) || (patterns().decimal.test(raw) && !patterns().thousands.test(raw))
      ? Number(raw)
      : null;
  }

  /**
   * Whether YAML takes a text for a number, be it a meant one or not.
   * @param {string} raw
   */
  function isNumber(raw) {
    return patterns().decimal.test(raw) || patterns().digits.test(raw);
  }

  /** @param {string} raw */
  function isWhole(raw) {
    return patterns().integer.test(raw);
  }

  /**
   * A number that is typed as people write it, as a file has it; what can be read in two ways stays as it is.
   * @param {string} typed
   */
  function meant(typed) {
    return (patterns().thousands.test(typed) ? null : typedNumber(typed)) ?? typed;
  }

  /**
   * The other way round.
   * @param {string} raw
   */
  function shown(raw) {
    return parse(raw) === null ? raw : raw.replace(".", casekatalog.wording.ways.decimal_sign);
  }

  /**
   * The code and the values of the message about what stands at a path and is no number.
   * @param {string} raw
   * @param {FormPath} path
   * @param {FormSetup} setup
   */
  function explain(raw, path, setup) {
    const words = setup.words;
    const key = path[path.length - 1];
    const misread =
      patterns().thousands.test(raw) || (patterns().digits.test(raw) && !patterns().integer.test(raw));
    if (misread && patterns().zeroFirst.test(raw)) {
      return said("octal", { raw, suggestion: BigInt(raw.replace("+", "")).toString() });
    }
    const isYear = ["start", "end", "year"].includes(String(key));
    if (patterns().thousands.test(raw) && !isYear) {
      return said("thousands", { raw, whole: raw.replace(".", ""), decimal: `${raw}0` });
    }
    const isWord = !misread && parse(raw) === null;
    const found = isWord ? casekatalog.words.what(raw) : `\`${raw}\``;
    if (isYear) {
      const written = patterns().thousands.test(raw) ? raw.replace(".", "") : raw;
      const years = (written.match(/[\p{L}\p{N}_]+/gu) || []).filter((word) => /^[12][0-9]{3}$/.test(word));
      return said("not_year", { found, hint: yearHint(raw, years, key, setup) });
    }
    if (casekatalog.hints.isSilent(raw, setup)) {
      const silent = path.includes("rows")
        ? words.write_null
        : key === "to"
          ? words.delete_field
          : words.delete_figure;
      return said("not_number", { found, hint: silent });
    }
    return said("not_number", { found, hint: numberHint(raw, words) });
  }

  /**
   * @param {string} code
   * @param {MessageValues} values
   */
  function said(code, values) {
    return { code, values };
  }

  /**
   * @param {string} raw
   * @param {string[]} years
   * @param {string | number} key
   * @param {FormSetup} setup
   */
  function yearHint(raw, years, key, setup) {
    const words = setup.words;
    if (years.length === 2 && key === "year") return fill(words.write_latest, { text: years.sort()[1] });
    if (years.length === 2) return fill(words.write_years, { start: years[0], end: years[1] });
    if (years.length === 1)
      return fill(years[0] === raw ? words.write_plain : words.write, { text: years[0] });
    if (key !== "year") return words.delete_year;
    return casekatalog.hints.isSilent(raw, setup) ? fill(words.maybe, { nearest: setup.unstated }) : "";
  }

  /**
   * @param {string} raw
   * @param {FormSetup["words"]} words
   */
  function numberHint(raw, words) {
    const turned = patterns().negative.exec(raw);
    let meant = amount(turned ? `-${turned[1] || turned[2]}` : raw);
    if (meant && parse(meant) === null) return words.fewer_digits;
    if (meant) return fill(meant === raw ? words.write_plain : words.write, { text: meant });
    const ends = patterns().range.exec(raw);
    if (ends) {
      const low = amount(ends[1]);
      const high = amount(ends[2]);
      return low && high ? fill(words.write_range, { low, high }) : "";
    }
    const alone = patterns().alone.exec(raw);
    meant = alone && amount(alone[2]);
    if (!alone || !meant) return "";
    return fill(alone[1].trim() ? words.write_qualifier : words.write_unit, { text: meant });
  }

  /**
   * The number of the month that a word, or its first letters, names.
   * @param {string} word
   * @param {FormSetup} setup
   */
  function monthOf(word, setup) {
    const index = word.length < 3 ? -1 : setup.months.findIndex((name) => name.startsWith(word));
    return index < 0 ? "" : String(index + 1);
  }

  /**
   * @param {string} raw
   * @param {FormSetup} setup
   */
  function dateHint(raw, setup) {
    const text = patterns().beforeDay.exec(raw.toLowerCase())?.[1] ?? "";
    const short = patterns().shortYear.exec(text);
    const numbers =
      patterns().dayFirst.exec(text) || (short && patterns().dayFirst.exec(`${short[1]}20${short[2]}`));
    const words = patterns().monthInLetters.exec(text);
    const turned = patterns().yearFirst.exec(text);
    const monthFirst = patterns().monthFirst.exec(text);
    let parts = null;
    if (numbers) parts = [numbers[3], numbers[2], numbers[1]];
    else if (turned) parts = turned.slice(1);
    else if (words && monthOf(words[2], setup)) parts = [words[3], monthOf(words[2], setup), words[1]];
    else if (monthFirst && monthOf(monthFirst[1], setup))
      parts = [monthFirst[3], monthOf(monthFirst[1], setup), monthFirst[2]];
    const alone = patterns().monthAlone.exec(text);
    const month = alone && monthOf(alone[1], setup);
    if (month) return fill(setup.words.write_day, { text: `${alone[2]}-${month.padStart(2, "0")}-15` });
    const date = parts && `${parts[0]}-${parts[1].padStart(2, "0")}-${parts[2].padStart(2, "0")}`;
    return date && casekatalog.scalars.isDate(date) ? fill(setup.words.write, { text: date }) : "";
  }

  /**
   * A number as people write it: what may be thousands or decimals is thousands.
   * @param {string} text
   */
  function amount(text) {
    return patterns().thousands.test(text) ? text.replace(".", "") : typedNumber(text);
  }

  /** @param {string} text */
  function typedNumber(text) {
    const plain = text.replace(/[\s_\u00a0]/g, "").replace(/\u2212/g, "-");
    const found = patterns().pointNumber.exec(plain) || patterns().grouped.exec(plain);
    if (!found || !(found[2] || found[3])) return null;
    const whole = found[2].replace(/[.,]/g, "").replace(/^0+/, "") || "0";
    const decimals = found[3] ? `.${found[3]}` : "";
    const number = `${found[1]}${whole}${decimals}`;
    return patterns().thousands.test(number) ? `${number}0` : number;
  }

  /**
   * Say what is wrong with a text that is no number, and return false.
   * @param {string} raw
   * @param {FormPath} path
   * @param {CheckContext} context
   */
  function refuse(raw, path, context) {
    const { code, values } = explain(raw, path, context.setup);
    context.say(path, code, values);
    return false;
  }

  return { parse, isNumber, isWhole, meant, shown, refuse, dateHint };
})();
