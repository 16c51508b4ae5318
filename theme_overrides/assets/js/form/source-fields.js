/** The fields of a source: the list of those that cases share, and what the case's own is known by. */
casekatalog.sourceFields = (() => {
  "use strict";

  /**
   * Fills `parts` with the fields of the source in `item`; those of the case's own come and go with the choice.
   * @param {FieldMaker} maker
   * @param {HTMLElement} parts
   * @param {SourceDraft & FormGroup} item
   * @param {SchemaWith<"properties">} group
   * @param {FormPath} path
   * @param {FormGroup} [aside]
   */
  function draw(maker, parts, item, group, path, aside) {
    const source = casekatalog.source;
    const own = source.own(group);
    const kept = aside || {};
    const fields = maker.fieldsOf(group, item, path, source.isOwn(item) ? own : source.needed(item, group));
    const choice = fields[0].querySelector("select");
    choice.options[0].textContent = casekatalog.wording.form_source.own;
    fields[0].querySelector(".field__optional")?.remove();
    fields.forEach((field, index) => {
      field.hidden = own.includes(Object.keys(group.properties)[index]) && !source.isOwn(item);
    });
    choice.addEventListener("input", () => {
      own.forEach((key) => {
        if (key in item) kept[key] = item[key];
        delete item[key];
        if (source.isOwn(item) && key in kept) item[key] = kept[key];
      });
      draw(maker, parts, item, group, path, kept);
      parts.querySelector("select").focus();
      casekatalog.elements.fire(parts);
    });
    parts.replaceChildren.apply(parts, fields);
  }

  return draw;
})();
