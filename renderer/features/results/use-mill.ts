import { useEffect, useMemo, useState } from 'react';
import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Guidance } from '#assessments/schema/pack.ts';
import { millOf, type Mill } from '#assessments/reporting/report-input.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import { hashedInput } from '#assessments/schema/hashed-input.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useSha256 } from '../../app/use-sha256.ts';
import { knownCounties } from '../../storage/latest-score.ts';
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
  const hash = useSha256(useMemo(() => hashedInput(dossier, diagnosis), [dossier, diagnosis]));
  return useMemo(() => {
    if (guidance === null) return null;
    const result = resultOf(dossier, diagnosis, {
      packs: shippedPacks,
      counties: knownCounties,
      asOf: today(),
      language,
      sha256: () => hash,
    });
    return millOf({ dossier, diagnosis, result, packs: shippedPacks, guidance, language });
  }, [dossier, diagnosis, guidance, language, today, hash]);
}
