/* The files of the index: each hands itself over by KAT.put when it has loaded. */
((global) => {
  "use strict";
  const KAT = (global.KAT = global.KAT || {});
  const data = new Map();
  const waiting = new Map();
  const MOST_KEPT = { cards: 800, texts: 60 };
  let pending = 0;

  KAT.NotLoaded = class extends Error {};

  /* How a file is fetched; tests put their own here. Script elements work from a folder too. */
  KAT.fetch = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `${KAT.root}assets/search/${name}.js`;
      script.onload = () => {
        script.remove();
        done();
      };
      script.onerror = () => {
        script.remove();
        failed(new KAT.NotLoaded(name));
      };
      document.head.append(script);
    });

  KAT.put = (name, value) => {
    data.set(name, value);
  };

  KAT.get = (name) => data.get(name);

  KAT.load = async (names) => {
    pending++;
    try {
      await fetchAll(names);
    } finally {
      if (!--pending) release(new Set(names));
    }
  };

  function fetchAll(names) {
    return Promise.all(
      names.map((name) => {
        if (data.has(name)) return null;
        if (!waiting.has(name)) {
          const loading = KAT.fetch(name);
          waiting.set(name, loading);
          loading.then(
            () => {
              waiting.delete(name);
            },
            () => {
              waiting.delete(name);
            },
          );
        }
        return waiting.get(name);
      }),
    );
  }

  /* Forget the oldest cards and texts: they can be loaded again, and all of them together are many megabytes. */
  function release(wanted) {
    for (const kind of Object.keys(MOST_KEPT)) {
      const old = Array.from(data.keys()).filter((name) => name.startsWith(`${kind}/`) && !wanted.has(name));
      for (const name of old.slice(0, Math.max(0, old.length - MOST_KEPT[kind]))) data.delete(name);
    }
  }

  /* Cases and their texts lie several in a file. */
  KAT.part = (name, id) => {
    const size = data.get("facets").sizes[name],
      part = data.get(`${name}/${Math.floor(id / size)}`);
    return part && part[id % size];
  };

  KAT.filesOf = (name, ids) => {
    const size = data.get("facets").sizes[name];
    return Array.from(new Set(ids.map((id) => `${name}/${Math.floor(id / size)}`)));
  };

  /* Return what a list shows of a case whose file of cards is there. */
  KAT.card = (id) => {
    const [slug, title, summary, place, years, themes, gain, evidence, level, short] = KAT.part("cards", id);
    return {
      url: KAT.link(`case/${slug}/`),
      title,
      summary,
      place,
      years,
      themes,
      gain,
      evidence,
      level,
      short,
    };
  };

  /* Return the link to a page of the site, which names the file itself where no server would. */
  KAT.link = (url) => {
    const mark = url.indexOf("#"),
      path = mark < 0 ? url : url.slice(0, mark),
      anchor = mark < 0 ? "" : url.slice(mark);
    if (!data.get("facets").directories)
      return `${KAT.root + (path.replace(/\/$/, "") || "index")}.html${anchor}`;
    return KAT.root + path + (location.protocol === "file:" ? "index.html" : "") + anchor;
  };

  if (global.document && document.currentScript) {
    KAT.root = new URL("../../", document.currentScript.src).href;
  }
})(globalThis);
