import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useWords } from '../i18n/use-words.ts';
import type { OpenPdf } from './open-pdf.ts';
import { pageRead, useNearPages, useWidth } from './page-box.ts';
import { PdfPage } from './pdf-page.tsx';

/** As wide as the box, or in per cent of the paper's own size. */
export const PDF_ZOOMS = ['width', '100', '150'] as const;
export type PdfZoom = (typeof PDF_ZOOMS)[number];

/** At 100 % an inch is an inch of CSS: 96 pixels for 72 points. */
const PIXELS_PER_POINT = 96 / 72;

interface PdfPagesProps {
  readonly pdf: OpenPdf;
  readonly zoom: PdfZoom;
  readonly box: RefObject<HTMLDivElement | null>;
  /** The page that is read now, from 1. */
  readonly onPage: (page: number) => void;
}

/** The pages of a document one below the other in a box that scrolls; only those in and near the view are drawn. */
export function PdfPages({ pdf, zoom, box, onPage }: PdfPagesProps) {
  const { say } = useWords();
  const column = useRef<HTMLDivElement>(null);
  const width = useWidth(column);
  const pages = pdf.document.numPages;
  const near = useNearPages(box, column, pages);
  /** Where the view stands, as a part of the whole height: it stays there when the pages become larger or smaller. */
  const place = useRef(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null) element.scrollTop = place.current * element.scrollHeight;
  }, [box, zoom, width]);
  const widthOf = (points: number) =>
    zoom === 'width' ? width : Math.round((points * PIXELS_PER_POINT * Number(zoom)) / 100);
  return (
    <div
      ref={box}
      className="pdf-box"
      tabIndex={0}
      role="region"
      aria-label={say('pdf-pages')}
      onScroll={({ currentTarget }) => {
        place.current = currentTarget.scrollTop / currentTarget.scrollHeight;
        onPage(pageRead(currentTarget));
      }}
    >
      <div ref={column} className="pdf-column">
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <PdfPage
            key={number}
            pdf={pdf.document}
            number={number}
            guess={pdf.firstPage}
            widthOf={widthOf}
            isNear={width > 0 && near.has(number)}
          />
        ))}
      </div>
    </div>
  );
}
