/** The sections of the form, which its page brings: each is filled with its fields, and folds those that can be left out. */
casekatalog.sections = (() => {
  "use strict";

  /**
   * Section by section, so that the page answers in between. `maker` makes a field of what `data` holds by the `schema`.
   * @param {FieldMaker} maker
   * @param {FormGroup} data
   * @param {FormSetup["schema"]} schema
   */
  async function fill(maker, data, schema) {
    for (const section of document.querySelectorAll("[data-form-section]")) {
      await pause();
      append(section, section.dataset.formSection);
      const more = section.querySelector("[data-form-more]");
      if (!more) continue;
      /** @type {string[]} */
      const keys = more.dataset.formMore.split(" ");
      more.querySelector("summary").textContent = casekatalog.text.fill(
        casekatalog.wording.form_sections.more,
        {
          fields: keys.map((key) => schema.properties[key].title.toLowerCase()).join(", "),
        },
      );
      more.open = keys.some((key) => key in data && Object.keys(Object(data[key])).length);
      append(more, more.dataset.formMore);
      section.append(more);
    }
    await pause();

    /**
     * @param {HTMLElement} place
     * @param {string} keys
     */
    function append(place, keys) {
      for (const key of keys.split(" ").filter(Boolean))
        place.append(
          maker.field({
            holder: data,
            key,
            schema: schema.properties[key],
            path: [key],
            required: schema.required.includes(key),
          }),
        );
    }
  }

  function pause() {
    return new Promise((done) => {
      setTimeout(done);
    });
  }

  return { fill, pause };
})();
