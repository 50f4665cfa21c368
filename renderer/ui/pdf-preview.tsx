import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Choice } from './choice.tsx';
import { PDF_ZOOMS, PdfPages, type PdfZoom } from './pdf-pages.tsx';
import { usePdf } from './use-pdf.ts';

/** A step of PageDown, as a part of the box: a line or two of what was read stays in view. */
const STEP = 0.9;

interface PdfPreviewProps {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly onClose: () => void;
  /** Buttons beside the one that closes. */
  readonly actions?: ReactNode;
}

/** A PDF over the page, or why it cannot be shown. Page keys, Home and End move through it wherever the focus is; Escape closes it. */
export function PdfPreview({ name, bytes, onClose, actions }: PdfPreviewProps) {
  const { say } = useWords();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const pdf = usePdf(bytes);
  const [zoom, setZoom] = useState<PdfZoom>('width');
  const [page, setPage] = useState(1);
  const isOpen = pdf !== null && typeof pdf === 'object';
  const pages = isOpen ? pdf.document.numPages : 0;
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => box.current?.focus(), [isOpen]);
  const goTo = (number: number) => box.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView();
  const onKeyDown = (event: KeyboardEvent) => {
    // A digit here is no answer to the question below.
    event.stopPropagation();
    const scrolled = box.current === null ? undefined : scrolledTo(event.key, box.current);
    if (box.current === null || scrolled === undefined) return;
    event.preventDefault();
    box.current.scrollTop = scrolled;
  };
  return (
    <dialog ref={dialog} className="pdf" aria-labelledby={title} onClose={onClose} onKeyDown={onKeyDown}>
      <h2 id={title}>{name}</h2>
      {isOpen ? (
        <>
          <div className="pdf-bar">
            <Choice
              label={say('pdf-zoom')}
              hideLabel
              value={zoom}
              options={PDF_ZOOMS.map((value) => ({ value, label: say(`pdf-zoom-${value}`) }))}
              onChange={setZoom}
            />
            <button type="button" className="quiet" disabled={page === 1} onClick={() => goTo(page - 1)}>
              {say('pdf-previous')}
            </button>
            <span>{say('pdf-place', { page, pages })}</span>
            <button type="button" className="quiet" disabled={page === pages} onClick={() => goTo(page + 1)}>
              {say('pdf-next')}
            </button>
          </div>
          <PdfPages pdf={pdf} zoom={zoom} box={box} onPage={setPage} />
        </>
      ) : (
        <p role="status" className={pdf === null ? '' : 'tone-bad'}>
          {say(pdf === null ? 'loading' : `pdf-${pdf}`)}
        </p>
      )}
      <div className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
        {actions}
      </div>
    </dialog>
  );
}

/** Where a key scrolls a box to; undefined for a key that does not. */
function scrolledTo(key: string, { scrollTop, clientHeight, scrollHeight }: HTMLElement): number | undefined {
  switch (key) {
    case 'PageDown':
      return scrollTop + STEP * clientHeight;
    case 'PageUp':
      return scrollTop - STEP * clientHeight;
    case 'Home':
      return 0;
    case 'End':
      return scrollHeight;
    default:
      return undefined;
  }
}
