import type { Bookmark } from './page-flow.ts';
import { PAGE } from './page-flow.ts';
import type { PdfObjects } from './pdf-objects.ts';
import { textString } from './text-string.ts';

interface Item extends Bookmark {
  readonly object: number;
  readonly kids: Item[];
}

/** The bookmarks as the outline of the file, each leading to its heading; none where there are none. */
export function writeOutline(objects: PdfObjects, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  let root = 0;
  objects.onObjects(() => {
    root = objects.reserve();
    const items = itemsOf(objects, bookmarks);
    objects.openReserved(root);
    objects.write(`<</Type/Outlines${endsOf(items)}/Count ${bookmarks.length}>>`);
    objects.write('endobj');
    writeItems(objects, items, root);
  });
  objects.onCatalog(() => {
    objects.write(`/Outlines ${root} 0 R`);
  });
}

/** Nested by level; what comes before any of level 1 stands on its own. */
function itemsOf(objects: PdfObjects, bookmarks: readonly Bookmark[]): Item[] {
  const items: Item[] = [];
  for (const bookmark of bookmarks) {
    const parent = bookmark.level === 1 ? undefined : items.at(-1);
    (parent?.level === 1 ? parent.kids : items).push({ ...bookmark, object: objects.reserve(), kids: [] });
  }
  return items;
}

function endsOf(items: readonly Item[]): string {
  const [first] = items;
  const last = items.at(-1);
  return first === undefined || last === undefined ? '' : `/First ${first.object} 0 R/Last ${last.object} 0 R`;
}

function writeItems(objects: PdfObjects, items: readonly Item[], parent: number): void {
  items.forEach(({ object, text, page, y, kids }, i) => {
    const before = items[i - 1];
    const after = items[i + 1];
    objects.openReserved(object);
    objects.write(
      `<</Title ${textString(text)}/Parent ${parent} 0 R${before === undefined ? '' : `/Prev ${before.object} 0 R`}` +
        `${after === undefined ? '' : `/Next ${after.object} 0 R`}${endsOf(kids)}` +
        `${kids.length === 0 ? '' : `/Count ${kids.length}`}` +
        `/Dest [${objects.pageObject(page)} 0 R /XYZ 0 ${(PAGE.height - y).toFixed(2)} 0]>>`,
    );
    objects.write('endobj');
    writeItems(objects, kids, object);
  });
}
