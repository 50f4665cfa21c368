import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useWords } from '../i18n/use-words.ts';
import type { PageSize } from './open-pdf.ts';

/** A canvas beyond this many pixels is drawn coarser: a drawing on A0 must not take the memory of the machine. */
const MOST_PIXELS = 16_000_000;

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Its size in points until the page itself has been asked. */
  readonly guess: PageSize;
  /** Pixels of the window for a page this many points wide. */
  readonly widthOf: (points: number) => number;
  /** Whether it is in view or soon will be; only then it holds a canvas. */
  readonly isNear: boolean;
}

/** One page: empty paper of the right size, drawn while it is near. */
export function PdfPage({ pdf, number, guess, widthOf, isNear }: PdfPageProps) {
  const { say } = useWords();
  const paper = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(guess);
  const [isBroken, setIsBroken] = useState(false);
  const width = widthOf(size.width);
  useEffect(() => {
    const sheet = paper.current;
    if (sheet === null || !isNear) return;
    const leaving = new AbortController();
    const show = (canvas: HTMLCanvasElement) => sheet.replaceChildren(canvas);
    draw(pdf, number, width * devicePixelRatio, { size: setSize, canvas: show }, leaving.signal).catch(() => {
      if (!leaving.signal.aborted) setIsBroken(true);
    });
    return () => leaving.abort();
  }, [pdf, number, width, isNear]);
  useEffect(() => {
    if (!isNear) paper.current?.replaceChildren();
  }, [isNear]);
  return (
    <div className="pdf-page" data-page={number} style={{ width, aspectRatio: `${size.width} / ${size.height}` }}>
      <div ref={paper} role="img" aria-label={say('pdf-page', { page: number })} />
      {isBroken ? <p className="tone-bad">{say('pdf-page-broken')}</p> : null}
    </div>
  );
}

interface Drawn {
  readonly size: (size: PageSize) => void;
  readonly canvas: (canvas: HTMLCanvasElement) => void;
}

/** Draws a page so many pixels wide and tells its size, then its canvas; nothing more once it was left. @throws where it cannot be read. */
async function draw(pdf: PDFDocumentProxy, number: number, width: number, tell: Drawn, left: AbortSignal) {
  const page = await pdf.getPage(number);
  if (left.aborted) return;
  const size = page.getViewport({ scale: 1 });
  tell.size({ width: size.width, height: size.height });
  const finest = Math.sqrt(MOST_PIXELS / (size.width * size.height));
  const viewport = page.getViewport({ scale: Math.min(width / size.width, finest) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  left.addEventListener('abort', () => task.cancel());
  await task.promise;
  if (!left.aborted) tell.canvas(canvas);
}
