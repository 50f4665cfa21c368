import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { tourWish } from './tour-wish.ts';

const TourPopover = lazy(() => import('./tour-popover.tsx'));
const key = (enterprise: string | null) => `zhizhen-tour/${enterprise === null ? 'list' : 'enterprise'}`;

/** Offers once to show the list, and once to show an enterprise; opens by itself never, when wished always. */
export function Tour({ enterprise }: { readonly enterprise: string | null }) {
  const { say } = useWords();
  const [isOffered, setOffered] = useState(() => localStorage.getItem(key(enterprise)) === null);
  const [isRunning, setRunning] = useState(false);
  const [wishes, setWishes] = useState(0);
  const answer = (wanted: boolean) => {
    localStorage.setItem(key(enterprise), 'answered');
    setOffered(false);
    setRunning(wanted);
  };
  useEffect(
    () =>
      tourWish.subscribe(() => {
        setWishes((before) => before + 1);
        setRunning(true);
      }),
    [],
  );
  if (isRunning)
    return (
      <Suspense>
        <TourPopover key={wishes} enterprise={enterprise} onClose={() => answer(false)} />
      </Suspense>
    );
  if (!isOffered) return null;
  return (
    <p className="tour-offer">
      {say('tour-offer')}{' '}
      <button type="button" className="quiet" onClick={() => answer(true)}>
        {say('tour-take')}
      </button>
      <button type="button" className="quiet" onClick={() => answer(false)}>
        {say('tour-refuse')}
      </button>
    </p>
  );
}
