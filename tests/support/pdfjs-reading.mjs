import { readFile } from 'node:fs/promises';

// pdf.js wants it, and Node has it only from version 22 on.
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const task = getDocument({ data: new Uint8Array(await readFile(process.argv[2] ?? '')), verbosity: 0 });
const file = await task.promise;
const { info } = await file.getMetadata();
const bookmarks = await bookmarksIn((await file.getOutline()) ?? [], 1);
const labels = (await file.getPageLabels()) ?? [];
const alternatives = [];
const links = [];
for (let number = 1; number <= file.numPages; number += 1) {
  const page = await file.getPage(number);
  alternatives.push(...alternativesIn(await page.getStructTree()));
  for (const { subtype, dest } of await page.getAnnotations())
    if (subtype === 'Link') links.push({ from: number, to: await pageOf(dest) });
}
await task.destroy();
process.stdout.write(JSON.stringify({ info, bookmarks, labels, alternatives, links }));

async function bookmarksIn(items, level) {
  const found = [];
  for (const { title, dest, items: kids } of items) {
    const { height } = (await file.getPage(await pageOf(dest))).getViewport({ scale: 1 });
    found.push({ title, level, page: await pageOf(dest), y: height - dest[3] });
    found.push(...(await bookmarksIn(kids, level + 1)));
  }
  return found;
}

async function pageOf([reference]) {
  return 1 + (await file.getPageIndex(reference));
}

function alternativesIn(node) {
  if (node === null) return [];
  const own = node.alt === undefined ? [] : [node.alt];
  return [...own, ...(node.children ?? []).flatMap(alternativesIn)];
}
