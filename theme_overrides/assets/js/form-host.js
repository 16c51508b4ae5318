// Where a case's file is made or edited, at the host that mkdocs.yml names. Free of the DOM.
(function (root) {
  "use strict";
  var casekatalog = (root.casekatalog = root.casekatalog || {});
  var LONGEST_ADDRESS = 7500;
  var NAMES = { github: "GitHub", gitlab: "GitLab", azure: "Azure DevOps" };

  casekatalog.host = { way: way };

  // The way to send a file to `host` ({kind, new, edit}): address, what its button says, guide, and whether the text goes along.
  function way(host, file, text, isNew) {
    var made = isNew ? toNew(host, file, text) : { address: host.edit.replace("{path}", encodeURIComponent(file)), whole: false };
    made.label = "Åbn " + (NAMES[host.kind] || "kilden") + (isNew ? " og opret filen" : " og ret filen");
    made.guide = guide(made, file, isNew);
    return made;
  }

  function toNew(host, file, text) {
    var name = encodeURIComponent(file);
    if (host.kind === "gitlab") return { address: host.new + "?file_name=" + name, whole: false };
    if (host.kind !== "github") return { address: host.new, whole: false };
    var empty = host.new + "?filename=" + name;
    var filled = empty + "&value=" + encodeURIComponent(text);
    return filled.length <= LONGEST_ADDRESS ? { address: filled, whole: true } : { address: empty, whole: false };
  }

  function guide(made, file, isNew) {
    if (made.whole) {
      return "Siden åbner med alt udfyldt. Vælg »Commit changes« og »Propose changes«, og derefter »Create pull request«. Har du ikke adgang, laver GitHub en kopi til dig.";
    }
    var mail = "Du kan også hente filen og sende den til redaktionen.";
    if (!made.address) return mail.replace("Du kan også hente", "Hent").replace(" og sende", ", og send");
    if (isNew) {
      return "Kopiér først teksten. Åbn så siden, giv filen navnet " + file + " i mappen cases, sæt teksten ind, og send den som et forslag (pull request). " + mail;
    }
    return "Kopiér først teksten. Åbn så filen, markér alt i den, sæt teksten ind, og send ændringen som et forslag (pull request). " + mail;
  }
})(typeof globalThis === "undefined" ? window : globalThis);
