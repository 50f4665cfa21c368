import { use, useEffect, useMemo, useState } from 'react';
import type { Measure } from '#assessments/schema/measure.ts';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/settings.tsx';
import { RecordContext } from '../../app/use-record.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { latestScore } from '../../storage/latest-score.ts';
import {
  commandEntries,
  enterpriseEntries,
  measureEntries,
  millEntries,
  pageEntries,
  type PaletteEntry,
} from './entries.ts';
import { findable, type Findable } from './find.ts';

/** All that can be found, as it stands when the search is opened: enterprises and measures come a moment later. */
export function useEntries(): readonly Findable<PaletteEntry>[] {
  const { store, today } = useServices();
  const settings = useSettings();
  const { language } = settings;
  const dossier = use(RecordContext)?.state().dossier ?? null;
  const [rows, setRows] = useState<readonly EnterpriseRow[]>([]);
  const [measures, setMeasures] = useState<readonly Measure[]>([]);
  const day = today();
  const isMill = dossier !== null;
  useEffect(() => {
    let gone = false;
    void store.list().then((all) => !gone && setRows(all));
    if (isMill)
      void import('../../documents/composer/plan-references.ts').then(
        ({ catalogue }) => !gone && setMeasures(catalogue.measures),
      );
    return () => {
      gone = true;
    };
  }, [store, isMill]);
  const ofMill = useMemo(() => {
    const mill = dossier === null ? null : latestScore(dossier, day);
    return findable(mill === null ? [] : millEntries(mill, language));
  }, [dossier, day, language]);
  const enterprises = useMemo(() => findable(enterpriseEntries(rows)), [rows]);
  const id = dossier?.id ?? null;
  const ofCatalogue = useMemo(
    () => findable(id === null ? [] : measureEntries(measures, id, language)),
    [measures, id, language],
  );
  const ways = useMemo(
    () => findable([...commandEntries(id, settings), ...pageEntries(id, language)]),
    [id, settings, language],
  );
  return useMemo(() => [...ways, ...enterprises, ...ofMill, ...ofCatalogue], [ways, enterprises, ofMill, ofCatalogue]);
}
