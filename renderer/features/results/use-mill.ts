import { useEffect, useMemo, useState } from 'react';
import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Guidance } from '#assessments/schema/pack.ts';
import { millOf, type Mill } from '#assessments/reporting/report-input.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import { useServices } from '../../app/services.ts';
import { knownCounties, useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The open enterprise as the report sees it; null until the guidance texts have come. */
export function useMill(diagnosis: Diagnosis): Mill | null {
  const { language } = useWords();
  const { dossier } = useRecord();
  const { today } = useServices();
  const [guidance, setGuidance] = useState<Readonly<Record<string, Guidance>> | null>(null);
  useEffect(() => {
    void import('#assessments/packs/guidance.ts').then(({ shippedGuidance }) => setGuidance(shippedGuidance));
  }, []);
  return useMemo(() => {
    if (guidance === null) return null;
    const result = resultOf(dossier, diagnosis, {
      packs: shippedPacks,
      counties: knownCounties,
      asOf: today(),
      language,
      // The hash stands on paper only; the report worker computes it.
      sha256: () => '0'.repeat(64),
    });
    return millOf({ dossier, diagnosis, result, packs: shippedPacks, guidance, language });
  }, [dossier, diagnosis, guidance, language, today]);
}
