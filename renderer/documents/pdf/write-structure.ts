import type { Link, Mark } from './page-flow.ts';
import { PAGE } from './page-flow.ts';
import type { PdfObjects } from './pdf-objects.ts';
import type { StructureElement } from './structure.ts';
import { textString } from './text-string.ts';

/** Marks what is drawn as content of its part, so that readers find it there. */
export interface ContentMarks {
  /** What is drawn next belongs to the part of this mark, or is decoration. */
  readonly turnTo: (mark: Mark) => void;
  readonly endPage: () => void;
}

/** A run of marks of one part on one page; `id` counts from 0 on each page. */
interface Run {
  readonly page: number;
  readonly id: number;
}

/**
 * The document's parts as the structure tree of the file (ISO 32000-1, 14.7 and 14.8): call before anything is drawn,
 * and draw between its marks, page after page.
 */
export function writeStructure(
  objects: PdfObjects,
  structure: StructureElement,
  links: readonly Link[],
  pageCount: number,
): ContentMarks {
  const runs = new Map<StructureElement, Run[]>();
  const partsOfPages: StructureElement[][] = [[]];
  let annotations: { readonly link: Link; readonly object: number }[] = [];
  let root = 0;
  objects.onPage((page) => {
    if (page === 1) annotations = links.map((link) => ({ link, object: objects.reserve() }));
    objects.write(`/StructParents ${page - 1} /Tabs /S`);
    const own = annotations.filter(({ link }) => link.page === page);
    if (own.length > 0) objects.write(`/Annots [${own.map(({ object }) => `${object} 0 R`).join(' ')}]`);
  });
  objects.onObjects(() => {
    annotations.forEach(({ link, object }, i) => {
      writeLink(objects, link, object, pageCount + i);
    });
    const numbers = new Map<StructureElement, number>();
    reserveAll(objects, structure, numbers);
    root = objects.open();
    objects.write(`<</Type/StructTreeRoot/K ${numbers.get(structure) ?? 0} 0 R/ParentTree ${parentTree()} >>`);
    objects.write('endobj');
    const objectOf = new Map(annotations.map(({ link, object }) => [link.part, { object, page: link.page }]));
    writeElement(structure, root);

    function parentTree(): string {
      const refer = (part: StructureElement) => `${numbers.get(part) ?? 0} 0 R`;
      const pages = partsOfPages.map((parts, i) => `${i}[${parts.map(refer).join(' ')}]`);
      const annotated = links.map(({ part }, i) => `${pageCount + i} ${refer(part)}`);
      return `<</Nums[${[...pages, ...annotated].join(' ')}]>>/ParentTreeNextKey ${pageCount + links.length}`;
    }

    function writeElement(element: StructureElement, parent: number): void {
      const object = numbers.get(element) ?? 0;
      const own = runs.get(element) ?? [];
      const page = own[0]?.page;
      const content = [
        ...own.map((run) =>
          run.page === page ? String(run.id) : `<</Type/MCR/Pg ${objects.pageObject(run.page)} 0 R/MCID ${run.id}>>`,
        ),
        ...element.kids.map((kid) => `${numbers.get(kid) ?? 0} 0 R`),
      ];
      const annotation = objectOf.get(element);
      if (annotation !== undefined)
        content.push(`<</Type/OBJR/Obj ${annotation.object} 0 R/Pg ${objects.pageObject(annotation.page)} 0 R>>`);
      objects.openReserved(object);
      objects.write(
        `<</S/${element.role}/P ${parent} 0 R${page === undefined ? '' : `/Pg ${objects.pageObject(page)} 0 R`}` +
          `${content.length === 0 ? '' : `/K[${content.join(' ')}]`}${traitsOf(element)}>>`,
      );
      objects.write('endobj');
      for (const kid of element.kids) writeElement(kid, object);
    }
  });
  objects.onCatalog(() => {
    objects.write(`/MarkInfo<</Marked true>>/StructTreeRoot ${root} 0 R`);
  });

  let open: StructureElement | 'decoration' | null = null;
  const close = () => {
    if (open !== null) objects.write('EMC');
    open = null;
  };
  return {
    turnTo: ({ part }) => {
      if (open === (part ?? 'decoration')) return;
      close();
      open = part ?? 'decoration';
      if (part === undefined) {
        objects.write('/Artifact BMC');
        return;
      }
      const parts = partsOfPages.at(-1) ?? [];
      const run = { page: partsOfPages.length, id: parts.length };
      parts.push(part);
      const before = runs.get(part);
      if (before === undefined) runs.set(part, [run]);
      else before.push(run);
      objects.write(`/${part.role} <</MCID ${run.id}>> BDC`);
    },
    endPage: () => {
      close();
      if (partsOfPages.length < pageCount) partsOfPages.push([]);
    },
  };
}

function reserveAll(objects: PdfObjects, element: StructureElement, numbers: Map<StructureElement, number>): void {
  numbers.set(element, objects.reserve());
  for (const kid of element.kids) reserveAll(objects, kid, numbers);
}

function traitsOf({ role, alt, columns }: StructureElement): string {
  const said = alt === undefined ? '' : `/Alt ${textString(alt)}`;
  const table = `${role === 'TH' ? '/Scope/Column' : ''}${columns === undefined ? '' : `/ColSpan ${columns}`}`;
  return `${said}${table === '' ? '' : `/A<</O/Table${table}>>`}`;
}

function writeLink(objects: PdfObjects, { x, y, width, height, to }: Link, object: number, key: number): void {
  const rect = [x, PAGE.height - y - height, x + width, PAGE.height - y].map((n) => n.toFixed(2)).join(' ');
  objects.openReserved(object);
  objects.write(
    `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/StructParent ${key}` +
      `/Dest[${objects.pageObject(to.page)} 0 R/XYZ 0 ${(PAGE.height - to.y).toFixed(2)} 0]>>`,
  );
  objects.write('endobj');
}
