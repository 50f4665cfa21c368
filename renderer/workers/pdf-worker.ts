/** Reads PDFs for the preview. A file of its own, so that the bundler makes a worker of this origin out of it. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
