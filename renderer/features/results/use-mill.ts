import { useMemo } from 'react';
import { millOf, type Mill } from '#assessments/reporting/report-input.ts';
import { resultOf } from '#assessments/scoring/result-of.ts';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import { hashedInput } from '#assessments/schema/hashed-input.ts';
import { useHelp } from '../../app/use-help.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useSha256 } from '../../app/use-sha256.ts';
import { scoreRound } from '../../documents/composer/scored.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The open enterprise as the report sees it; null until the guidance texts have come. */
export function useMill(diagnosis: Diagnosis): Mill | null {
  const { language } = useWords();
  const { dossier, mill } = useRecord();
  const { today } = useServices();
  const scored = useMemo(
    () => (diagnosis === mill.diagnosis ? mill : scoreRound(dossier, diagnosis, today())),
    [dossier, diagnosis, mill, today],
  );
  const guidance = useHelp(scored.packs);
  const hash = useSha256(useMemo(() => hashedInput(dossier, diagnosis), [dossier, diagnosis]));
  return useMemo(() => {
    if (guidance === null) return null;
    return millOf({ scored, result: resultOf(scored, { language, sha256: () => hash }), guidance, language });
  }, [scored, guidance, language, hash]);
}
