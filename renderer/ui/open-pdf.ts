import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';

/** Why a file cannot be shown: it wants a password, or it is no PDF that anybody could read. */
export type PdfProblem = 'locked' | 'damaged';

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Width and height of the first page in points, 1/72 inch, as it lies. */
  readonly firstPage: PageSize;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface PdfOpening {
  readonly opened: Promise<OpenPdf | PdfProblem>;
  /** Ends the worker and frees what the document holds. */
  readonly close: () => void;
}

/**
 * Opens a PDF with what lies beside the window and a worker of its own. PDF.js is loaded when the first one is opened;
 * it runs no script of a document and fetches nothing that a document names.
 */
export function openPdf(bytes: Uint8Array): PdfOpening {
  const worker = new Worker(new URL('../workers/pdf-worker.ts', import.meta.url), { type: 'module' });
  const task = load(bytes, worker);
  return {
    opened: task.then(outcome),
    close: () => void task.then((loading) => loading.destroy()).finally(() => worker.terminate()),
  };
}

async function load(bytes: Uint8Array, port: Worker): Promise<PDFDocumentLoadingTask> {
  const { getDocument, GlobalWorkerOptions, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const data = new URL('data/pdf/', document.baseURI).href;
  GlobalWorkerOptions.workerPort = port;
  return getDocument({
    // The worker takes the bytes over.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${data}cmaps/`,
    standardFontDataUrl: `${data}standard_fonts/`,
    wasmUrl: `${data}wasm/`,
    // By itself PDF.js fetches from http only, and the desktop program has a scheme of its own.
    useWorkerFetch: true,
  });
}

async function outcome({ promise }: PDFDocumentLoadingTask): Promise<OpenPdf | PdfProblem> {
  try {
    const pdf = await promise;
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return { document: pdf, firstPage: { width, height } };
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged';
  }
}
