/**
 * Who answers for a case, from what is typed: whom to ask, and who confirmed it. As in generator/view.py. Free of the DOM.
 * @typedef {{ name: string, text: string, mailbox?: string, url?: string }} ViewBox
 */
casekatalog.answering = (() => {
  "use strict";

  /**
   * @param {CaseDraft} data
   * @param {FormSetup} setup
   * @returns {ViewBox[]}
   */
  function answering({ contact, confirmed }, setup) {
    const { headings, unconfirmed } = setup.reading;
    /** @param {ContactDraft} found */
    const asked = (found) => ({
      ...found,
      name: headings.contact,
      text: [found.role, found.organisation].filter(Boolean).join(", "),
    });
    const told = confirmed ? confirmation(confirmed) : unconfirmed;
    return [
      ...(contact ? [asked(contact)] : []),
      { name: setup.schema.properties.confirmed.title, text: told },
    ];
  }

  /** @param {ConfirmationDraft} found */
  function confirmation({ date = "", by = "" }) {
    const day = casekatalog.scalars.isDate(date) ? casekatalog.text.date(new Date(date)) : date;
    return casekatalog.text.fill(casekatalog.wording.view.confirmed, { day, by });
  }

  return answering;
})();
