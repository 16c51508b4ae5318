/** Where a case's file is made or edited, at the host that mkdocs.yml names. Free of the DOM. */
/** @typedef {{ kind: string, new: string, edit: string }} FormHost */
casekatalog.host = (() => {
  "use strict";
  const { fill } = casekatalog.text;
  const { wording } = casekatalog;
  const LONGEST_ADDRESS = 7500;
  /** @type {Record<string, string>} */
  const NAMES = { github: "GitHub", gitlab: "GitLab", azure: "Azure DevOps" };

  /**
   * The way to send a file to `host` ({kind, new, edit}): address, what its button says, guide, and whether the text goes along.
   * @param {FormHost} host
   * @param {string} file
   * @param {string} text
   * @param {boolean} isNew
   */
  function way(host, file, text, isNew) {
    const { address, whole } = isNew
      ? toNew(host, file, text)
      : { address: host.edit.replace("{path}", encodeURIComponent(file)), whole: false };
    const label = fill(isNew ? wording.form_host.open_new : wording.form_host.open, {
      host: NAMES[host.kind] || wording.form_host.source,
    });
    return { address, whole, label, guide: guide({ address, whole }, file, isNew) };
  }

  /**
   * @param {FormHost} host
   * @param {string} file
   * @param {string} text
   */
  function toNew(host, file, text) {
    const name = encodeURIComponent(file);
    if (host.kind === "gitlab") return { address: `${host.new}?file_name=${name}`, whole: false };
    if (host.kind !== "github") return { address: host.new, whole: false };
    const empty = `${host.new}?filename=${name}`;
    const filled = `${empty}&value=${encodeURIComponent(text)}`;
    return filled.length <= LONGEST_ADDRESS
      ? { address: filled, whole: true }
      : { address: empty, whole: false };
  }

  /**
   * @param {{ address: string, whole: boolean }} made
   * @param {string} file
   * @param {boolean} isNew
   */
  function guide(made, file, isNew) {
    if (!made.address) return "";
    const how = isNew ? wording.form_host.paste_new : wording.form_host.paste;
    return `${fill(made.whole ? wording.form_host.whole : how, { file })} ${wording.form_host.then}`;
  }

  return { way };
})();
