/** The end of the form: the ways to those who take the case in, as a file, by mail or at the host of the files. */
casekatalog.send = (() => {
  "use strict";
  const { counted, fill } = casekatalog.text;
  const { wording } = casekatalog;
  const root = document.querySelector("[data-case-form]");
  const setText = casekatalog.report.setText;
  const LONGEST_MAIL = 1900; // Outlook and older browsers cut an address that is longer than about 2,000 letters.

  let isFinished = false;

  /**
   * `count` is how many things are missing: then the ways out lead to them, and the file is fetched as half-finished.
   * @param {string} file
   * @param {string} text
   * @param {string | undefined} title
   * @param {boolean} isNew
   * @param {number} count
   */
  function show(file, text, title, isNew, count) {
    setText(find("yaml"), text);
    setText(find("file"), `cases/${file}`);
    const host = casekatalog.host.way(
      { kind: root.dataset.kind, new: root.dataset.new, edit: root.dataset.edit },
      file,
      text,
      isNew,
    );
    const letter = mail(root.dataset.mail, file, text, title, isNew);
    way(find("send"), host.address, host.label, count);
    way(find("mail"), letter.address, letter.label, count);
    if (find("guide")) setText(find("guide"), host.guide);
    if (find("letter")) setText(find("letter"), letter.guide);
    isFinished = !count;
    setText(find("download"), count ? wording.form_send.fetch_half : wording.form_send.fetch);
  }

  /**
   * A letter to the editors: its address, what its button says, and what to do with the file.
   * @param {string | undefined} editors
   * @param {string} file
   * @param {string} text
   * @param {string | undefined} title
   * @param {boolean} isNew
   */
  function mail(editors, file, text, title, isNew) {
    const subject = fill(isNew ? wording.form_letter.subject_new : wording.form_letter.subject, {
      title: title || file,
    });
    /** @param {string} body */
    const address = (body) =>
      `mailto:${editors}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
    const whole = address(fill(wording.form_letter.body_whole, { file, text }));
    const isWhole = whole.length <= LONGEST_MAIL;
    return {
      address: isWhole ? whole : address(fill(wording.form_letter.body, { file })),
      label: isWhole ? wording.form_letter.write_whole : wording.form_letter.write,
      guide: isWhole ? wording.form_letter.guide_whole : fill(wording.form_letter.guide, { file }),
    };
  }

  /**
   * @param {HTMLAnchorElement | null} link
   * @param {string} address
   * @param {string} label
   * @param {number} count
   */
  function way(link, address, label, count) {
    if (!link) return;
    link.hidden = !address;
    link.href = count ? "#del-send" : address || "#";
    link.toggleAttribute("data-form-stopped", count > 0);
    setText(link, count ? counted(wording.form_send.missing, count) : label);
  }

  /**
   * `toProblems` shows all that is missing.
   * @param {() => void} toProblems
   */
  function listen(toProblems) {
    root.addEventListener("click", (/** @type {ElementEvent} */ event) => {
      if (!event.target.closest("[data-form-stopped]")) return;
      event.preventDefault();
      toProblems();
    });
    if (find("copy")) find("copy").addEventListener("click", copy);
    find("download").addEventListener("click", download);
  }

  /** @param {string} name */
  function find(name) {
    return root.querySelector(`[data-form-${name}]`);
  }

  async function copy() {
    const text = find("yaml");
    const status = find("copied");
    if (await casekatalog.clipboard.put(text.textContent)) {
      status.textContent = wording.form_send.copied;
      return;
    }
    text.closest("details").open = true;
    text.parentElement.focus();
    casekatalog.clipboard.mark(text);
    status.textContent = wording.form_send.marked;
  }

  function download() {
    const name = find("file").textContent.replace("cases/", "");
    casekatalog.file.offer(name, find("yaml").textContent, "application/yaml");
    const next = isFinished ? root.dataset.next : wording.form_send.unfinished;
    setText(find("fetched"), `${fill(wording.form_send.fetched, { name })} ${next}`);
  }

  return { show, listen, mail };
})();
