import type { jsPDF } from 'jspdf';

/** jsPDF's own operators for what it has no function for; its plugins are made of the same. */
export interface PdfObjects {
  /** The version of PDF that the file says it is. */
  readonly setVersion: (version: string) => void;
  /** A line into the page that is drawn, or into the file where one of its parts is written. */
  readonly write: (line: string) => void;
  /** Opens an object and gives its number; whoever opens it writes `endobj`. */
  readonly open: () => number;
  /** A number for an object that `openReserved` opens later; only while the file is written, which counts anew. */
  readonly reserve: () => number;
  readonly openReserved: (object: number) => void;
  /** Object number of a page counted from 1; known once the pages are written. */
  readonly pageObject: (page: number) => number;
  /** Called within the dictionary of each page, counted from 1, in their order. */
  readonly onPage: (write: (page: number) => void) => void;
  /** Called once all pages and fonts are written, where objects may be opened. */
  readonly onObjects: (write: () => void) => void;
  /** Called within the catalog. */
  readonly onCatalog: (write: () => void) => void;
}

interface Internal {
  readonly write: (line: string) => void;
  readonly newObject: () => number;
  readonly newObjectDeferred: () => number;
  readonly newObjectDeferredBegin: (object: number, header: boolean) => void;
  readonly getPageInfo: (page: number) => { readonly objId: number };
  readonly events: { readonly subscribe: (topic: string, call: (event: { pageNumber: number }) => void) => void };
}

export function pdfObjectsOf(doc: jsPDF): PdfObjects {
  const internal = doc.internal as unknown as Internal;
  const { __private__: own } = doc as unknown as { __private__: { setPdfVersion: (version: string) => void } };
  return {
    setVersion: own.setPdfVersion,
    write: internal.write,
    open: internal.newObject,
    reserve: internal.newObjectDeferred,
    openReserved: (object) => {
      internal.newObjectDeferredBegin(object, true);
    },
    pageObject: (page) => internal.getPageInfo(page).objId,
    onPage: (write) => {
      internal.events.subscribe('putPage', ({ pageNumber }) => {
        write(pageNumber);
      });
    },
    onObjects: (write) => {
      internal.events.subscribe('postPutResources', write);
    },
    onCatalog: (write) => {
      internal.events.subscribe('putCatalog', write);
    },
  };
}
