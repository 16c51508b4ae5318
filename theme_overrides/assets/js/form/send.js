/** The end of the form: the ways to those who take the case in, as a file, by mail or at the host of the files. */
casekatalog.send = (() => {
  "use strict";
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
    setText(find("download"), count ? "Hent den halvfærdige fil" : "Hent filen");
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
    const subject = (isNew ? "Ny case: " : "Rettelse til casen: ") + (title || file);
    /** @param {string} body */
    const address = (body) =>
      `mailto:${editors}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
    const whole = address(`Hej\n\nHer er en case til kataloget. Gem det nedenfor som ${file}.\n\n${text}`);
    const isWhole = whole.length <= LONGEST_MAIL;
    return {
      address: isWhole
        ? whole
        : address(`Hej\n\nHer er en case til kataloget. Filen ${file} er vedhæftet.\n`),
      label: isWhole ? "Skriv en mail med casen i" : "Skriv en mail",
      guide: isWhole
        ? "Din mail åbner med hele casen i. Du skal kun trykke på Send."
        : `Hent filen, skriv en mail, og vedhæft filen ${file}. Den ligger, hvor browseren gemmer det, du henter.`,
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
    setText(link, count ? `${missing(count)}: se, hvad der mangler` : label);
  }

  /** @param {number} count */
  function missing(count) {
    return count === 1 ? "Én ting mangler" : `${count} ting mangler`;
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
      status.textContent = "Teksten er kopieret.";
      return;
    }
    text.closest("details").open = true;
    text.parentElement.focus();
    casekatalog.clipboard.mark(text);
    status.textContent = "Browseren tillader ikke at kopiere. Teksten er markeret: tryk Ctrl+C.";
  }

  function download() {
    const name = find("file").textContent.replace("cases/", "");
    casekatalog.file.offer(name, find("yaml").textContent, "application/yaml");
    const next = isFinished
      ? root.dataset.next
      : "Casen er ikke færdig: åbn formularen igen i denne browser for at skrive videre.";
    setText(
      find("fetched"),
      `Filen ${name} er hentet og ligger, hvor browseren gemmer det, du henter. ${next}`,
    );
  }

  return { show, listen, mail };
})();
