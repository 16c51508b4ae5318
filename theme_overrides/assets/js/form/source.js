/** A source in a case: one that cases share, or the case's own with title, publisher and year. Free of the DOM. */
casekatalog.source = (() => {
  "use strict";

  /** @param {FormSchema} schema */
  function isOne(schema) {
    return Boolean(schema.oneOf && schema.properties?.source);
  }

  /** @param {SourceDraft} found */
  function isOwn(found) {
    return !("source" in found);
  }

  /**
   * The fields that the case's own source must have.
   * @param {FormSchema} schema
   */
  function own(schema) {
    return ways(schema)[1];
  }

  /**
   * The fields that a source needs beside those that it has; none when it names no document. As in generator/references.py.
   * @param {SourceDraft} found
   * @param {FormSchema} schema
   */
  function needed(found, schema) {
    if (!isOwn(found)) return ways(schema)[0];
    return own(schema).some((key) => key in found) ? own(schema) : [];
  }

  /**
   * The codes of what is wrong with a source as a whole; `sound` tells which of its fields are.
   * @param {SourceDraft} found
   * @param {FormSchema} schema
   * @param {Soundness} sound
   */
  function faults(found, schema, sound) {
    if (!needed(found, schema).length) return ["no_source"];
    const isTwo = sound.source && own(schema).some((key) => key in found);
    return isTwo ? ["two_sources"] : [];
  }

  /**
   * How readers see a source named, and what is said after the name. As in generator/citations.py.
   * @param {SourceDraft} found
   * @param {string} unstated
   */
  function told(found, unstated) {
    const year = !found.year || found.year === unstated ? casekatalog.wording.view.no_year : found.year;
    const published = isOwn(found) && found.publisher ? `${found.publisher}, ${year}` : "";
    const parts = [published, found.where].flatMap((part) =>
      part ? [`${part[0].toUpperCase() + part.slice(1)}.`] : [],
    );
    return { name: found.source || found.title || "", place: parts.join(" ") };
  }

  /** @param {FormSchema} schema */
  function ways(schema) {
    return (schema.oneOf ?? []).map((way) => way.required);
  }

  return { isOne, isOwn, own, needed, faults, told };
})();
