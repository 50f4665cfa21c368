import { useEffect, useState } from 'react';
import type { About } from '#electron/contract/desktop-api.ts';
import { useServices } from './services.ts';

/** What the host says of itself, its disk and its folders; null until it has, and where it cannot. */
export function useAbout(): About | null {
  const { desktop } = useServices();
  const [about, setAbout] = useState<About | null>(null);
  useEffect(() => {
    void desktop.about().then((outcome) => setAbout(outcome.kind === 'done' ? outcome.value : null));
  }, [desktop]);
  return about;
}
