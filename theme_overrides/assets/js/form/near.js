/** Near words: what a word was probably meant to be, never the opposite of what it says. Free of the DOM; as in generator/near.py. */
casekatalog.near = (() => {
  "use strict";
  const { likeness } = casekatalog.distance;
  const slugify = casekatalog.words.slugify;

  /**
   * @param {string} word
   * @param {string[]} choices
   * @param {FormSetup} setup
   * @param {number} [close]
   * @returns {string | null}
   */
  function nearest(word, choices, setup, close = setup.near.close) {
    return alike(word, choices, setup, close) || overlapping(word, choices, setup);
  }

  /**
   * How alike a word must be to one of so many choices: the more, the fewer they are.
   * @param {number} count
   * @param {FormSetup} setup
   */
  function closeness(count, setup) {
    return count <= setup.near.few ? setup.near.sure : setup.near.close;
  }

  /**
   * The choice that is written nearly as `word` is, or null.
   * @param {string} word
   * @param {string[]} choices
   * @param {FormSetup} setup
   * @param {number} close
   * @returns {string | null}
   */
  function alike(word, choices, setup, close) {
    const slugs = bySlug(choices);
    const slug = slugify(word);
    const own = slugs.get(slug);
    if (own !== undefined) return own;
    if (slug.length > setup.near.longest) return null;
    /** @type {Map<string, string>} */
    const sound = new Map();
    slugs.forEach((_, other) => {
      if (!isOpposite(slug, other, setup.near)) sound.set(without(setup.near.negations, other), other);
    });
    const forms = [
      without(setup.near.negations, slug),
      without(setup.near.negations.concat(setup.near.fillers), slug),
    ];
    for (const form of forms) {
      let most = 0,
        best = "";
      for (const other of sound.values()) {
        const score = likeness(other, form, close);
        if (score && (score > most || (score === most && other > best))) [most, best] = [score, other];
      }
      if (most) return slugs.get(sound.get(best) ?? "") ?? null;
    }
    return null;
  }

  /**
   * The choice that `word` is the beginning or a word of, or that is a part of `word`, or null.
   * @param {string} word
   * @param {string[]} choices
   * @param {FormSetup} setup
   * @returns {string | null}
   */
  function overlapping(word, choices, setup) {
    const slugs = bySlug(choices);
    const slug = slugify(word);
    if (slug.length > setup.near.longest) return null;
    const sound = Array.from(slugs.keys()).filter((other) => !isOpposite(slug, other, setup.near));
    if (slug.length >= 4) {
      const begun = sound.filter((other) => other.startsWith(slug) && 2 * slug.length > other.length);
      const whole = sound.filter((other) => `-${other}-`.includes(`-${slug}-`));
      if (begun.length === 1) return slugs.get(begun[0]) ?? null;
      if (whole.length === 1) return slugs.get(whole[0]) ?? null;
    }
    const inside = sound.filter((other) => other.length >= 4 && `-${slug}-`.includes(`-${other}-`));
    inside.sort((a, b) => a.length - b.length);
    return slugs.get(inside.at(-1) ?? "") ?? null;
  }

  /**
   * The choice that is `word` but for capitals, signs, and words that names are given with, or null.
   * @param {string} word
   * @param {string[]} choices
   * @param {FormSetup} setup
   * @returns {string | null}
   */
  function exact(word, choices, setup) {
    const slugs = bySlug(choices);
    const slug = slugify(word);
    return slugs.get(slug) || slugs.get(without(setup.near.fillers, slug)) || null;
  }

  /**
   * The words that a text joins by commas, strokes or "and".
   * @param {string} text
   * @param {FormSetup} setup
   */
  function parts(text, setup) {
    return text
      .split(new RegExp(`[,;/&+]|\\s+${setup.near.and}\\s+`))
      .map((part) => part.trim())
      .filter(Boolean);
  }

  /** @param {string[]} choices */
  function bySlug(choices) {
    /** @type {Map<string, string>} */
    const slugs = new Map();
    choices
      .slice()
      .reverse()
      .forEach((choice) => {
        slugs.set(slugify(choice), choice);
      });
    return slugs;
  }

  /**
   * @param {string} word
   * @param {string} other
   * @param {NearLimits} near
   */
  function isOpposite(word, other, near) {
    const words = word.split("-");
    const others = other.split("-");
    let turned = noes(words, near) - noes(others, near);
    words.forEach((mine) => {
      if (others.includes(mine)) return;
      others.forEach((its) => {
        if (!words.includes(its)) turned += turns(mine, its, near) - turns(its, mine, near);
      });
    });
    return turned % 2 !== 0;
  }

  /**
   * @param {string[]} words
   * @param {NearLimits} near
   */
  function noes(words, near) {
    return words.filter((word) => near.negations.includes(word)).length;
  }

  /**
   * @param {string} word
   * @param {string} other
   * @param {NearLimits} near
   */
  function turns(word, other, near) {
    return Number(
      near.negating.some(
        (no) =>
          word.startsWith(no) && likeness(word.slice(no.length), other, near.turned) > likeness(word, other),
      ),
    );
  }

  /**
   * @param {string[]} words
   * @param {string} slug
   */
  function without(words, slug) {
    return (
      slug
        .split("-")
        .filter((word) => !words.includes(word))
        .join("-") || slug
    );
  }

  return { nearest, closeness, alike, overlapping, exact, parts };
})();
