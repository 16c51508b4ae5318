/* Answers queries with the site's own engine and the files of a built index: node query.js INDEX < queries.json */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const scripts = path.join(__dirname, "../theme_overrides/assets/js");
for (const name of ["vendor/danish-stemmer", "store", "danish", "facets", "search", "excerpt"]) {
  (0, eval)(fs.readFileSync(path.join(scripts, `${name}.js`), "utf8"));
}

async function answer(search, query) {
  let found = search.run(query);
  while (found.need) {
    await KAT.load(found.need);
    found = search.run(query);
  }
  if (found.empty) return [];
  const ids = Array.from(found.scores.keys()).filter((id) => id < KAT.get("facets").cases && found.scores[id]);
  ids.sort((a, b) => found.scores[b] - found.scores[a] || a - b);
  const slugs = [];
  for (const id of ids) {
    await KAT.load([`cards/${id >> 4}`, `texts/${id >> 2}`]);
    const card = KAT.get(`cards/${id >> 4}`)[id & 15];
    const text = [card[1], card[2], card[3], card[5].join("\n"), KAT.get(`texts/${id >> 2}`)[id & 3]].join("\n");
    if (found.phrases.every((phrase) => KAT.excerpt.hasPhrase(text, phrase))) slugs.push(card[0]);
  }
  return slugs;
}

async function main(index) {
  KAT.fetch = async (name) => (0, eval)(fs.readFileSync(path.join(index, `${name}.js`), "utf8"));
  await KAT.load(["facets"]);
  const search = new KAT.Search(KAT), answers = {};
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) answers[query] = await answer(search, query);
  process.stdout.write(JSON.stringify(answers));
}

main(process.argv[2]);
