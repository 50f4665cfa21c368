import { useEffect, useState } from 'react';
import type { PackSet } from '#assessments/packs/library.ts';
import { library } from '#assessments/packs/registry.ts';
import type { Help } from '#assessments/packs/release.ts';

/** The help texts of the packs, which come when first needed; null until they have come. */
export function useHelp(packs: PackSet): Help | null {
  const [help, setHelp] = useState<{ readonly packs: PackSet; readonly texts: Help } | null>(null);
  useEffect(() => {
    void library.help(packs).then((texts) => setHelp({ packs, texts }));
  }, [packs]);
  return help?.packs === packs ? help.texts : null;
}
