import { scoreMill, type ScoredMill } from '../scoring/scored-mill.ts';

/** The same mill before anyone answered or typed anything: what it is asked hangs on sub-sectors and processes alone. */
export function untouchedTwin({
  dossier,
  diagnosis,
  context,
}: Pick<ScoredMill, 'dossier' | 'diagnosis' | 'context'>): ScoredMill {
  return scoreMill({ ...dossier, facts: {} }, { ...diagnosis, answers: {} }, context);
}
