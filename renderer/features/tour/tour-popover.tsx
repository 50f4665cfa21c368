import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../../i18n/use-words.ts';
import { whenThere } from '../../ui/when-there.ts';
import { stationsOf } from './stations.ts';
import './tour.css';

interface TourPopoverProps {
  readonly enterprise: string | null;
  readonly onClose: () => void;
}

/** Says what stands where, beside the thing itself; the page can be used all the while. What is not there is passed over. */
export default function TourPopover({ enterprise, onClose }: TourPopoverProps) {
  const { say } = useWords();
  const [, navigate] = useLocation();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [{ at, isBack }, setAt] = useState({ at: 0, isBack: false });
  const stations = stationsOf(enterprise);
  const station = stations[at];
  const close = useEffectEvent(onClose);
  const passOver = useEffectEvent(() => {
    const beside = at + (isBack ? -1 : 1);
    if (stations[beside] === undefined) onClose();
    else setAt({ at: beside, isBack });
  });
  const goTo = useEffectEvent(navigate);
  useEffect(() => {
    const before = document.activeElement;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) close();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (station === undefined) return undefined;
    let shown: HTMLElement | null = null;
    const card = popover.current;
    goTo(station.path);
    const stop = whenThere(
      station.anchor,
      (element) => {
        shown = element;
        element.classList.add('tour-anchor');
        element.scrollIntoView({ block: 'center' });
        card?.showPopover();
        heading.current?.focus({ preventScroll: true });
      },
      passOver,
    );
    return () => {
      stop();
      shown?.classList.remove('tour-anchor');
      if (card?.matches(':popover-open') === true) card.hidePopover();
    };
  }, [station?.id, station?.path, station?.anchor]);
  if (station === undefined) return null;
  const isLast = at === stations.length - 1;
  return (
    <div ref={popover} popover="manual" className="tour" role="dialog" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {say(`tour-${station.id}`)} <small>{`${at + 1}/${stations.length}`}</small>
      </h2>
      <p>{say(`tour-${station.id}-says`)}</p>
      <div className="buttons tight">
        {at === 0 ? null : (
          <button type="button" onClick={() => setAt({ at: at - 1, isBack: true })}>
            {say('tour-back')}
          </button>
        )}
        <button
          type="button"
          className="primary"
          onClick={() => (isLast ? onClose() : setAt({ at: at + 1, isBack: false }))}
        >
          {say(isLast ? 'tour-end' : 'tour-next')}
        </button>
        {isLast ? null : (
          <button type="button" className="quiet" onClick={onClose}>
            {say('close')}
          </button>
        )}
      </div>
    </div>
  );
}
