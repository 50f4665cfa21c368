import { useEffect, useState, type RefObject } from 'react';

type ElementRef = RefObject<HTMLElement | null>;

/** How far beyond the box a page is near already, in heights of the box. */
const NEAR = '50% 0px';

/** Width of an element in whole pixels, followed as it changes; 0 before the first layout. */
export function useWidth(of: ElementRef): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = of.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}

/** Numbers (`data-page`) of the pages in a column that are in or near the view of the box around it. */
export function useNearPages(box: ElementRef, column: ElementRef, pages: number): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const observer = new IntersectionObserver((changes) => setNear((before) => changed(before, changes)), {
      root: box.current,
      rootMargin: NEAR,
    });
    for (const page of column.current?.children ?? []) observer.observe(page);
    return () => observer.disconnect();
  }, [box, column, pages]);
  return near;
}

function changed(before: ReadonlySet<number>, changes: readonly IntersectionObserverEntry[]): ReadonlySet<number> {
  const near = new Set(before);
  for (const { target, isIntersecting } of changes) {
    const page = Number((target as HTMLElement).dataset['page']);
    if (isIntersecting) near.add(page);
    else near.delete(page);
  }
  return near;
}

/**
 * The page at the line that the eye follows: at the top of the box where the document begins, at the bottom where it
 * ends, so that the first and the last page are reached whatever their height.
 */
export function pageRead(box: HTMLElement): number {
  const way = box.scrollHeight - box.clientHeight;
  const line = box.getBoundingClientRect().top + (way <= 0 ? 0 : (box.clientHeight * box.scrollTop) / way);
  const begun = [...box.querySelectorAll('[data-page]')].filter((page) => page.getBoundingClientRect().top <= line);
  return Math.max(1, begun.length);
}
