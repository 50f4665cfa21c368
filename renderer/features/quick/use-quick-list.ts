import { useMemo } from 'react';
import { isGiven, quickList, type QuickList } from '#assessments/guiding/quick-list.ts';
import { untouchedTwin } from '#assessments/guiding/untouched-twin.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { effective, knownOf } from '../questionnaire/answer-state.ts';

export interface QuickStanding {
  readonly list: QuickList;
  /** Ids of questions, and facts, that nobody has dealt with; "to be found out" counts as dealt with. */
  readonly openQuestions: readonly string[];
  readonly openFacts: QuickList['facts'];
  readonly minutes: number;
}

/** The quick diagnosis of the open mill and what is left of it. It hangs on trades and processes, not on answers. */
export function useQuickList(mill: ScoredMill): QuickStanding {
  const { dossier, diagnosis, context, facts, questions } = mill;
  const list = useMemo(
    () => quickList(untouchedTwin({ dossier, diagnosis, context })),
    [dossier.enterprise, diagnosis.packs, diagnosis.year, context.library],
  );
  return useMemo(() => {
    const open = list.questions.filter(({ id }) => {
      const question = questions.get(id);
      const isKnown = question !== undefined && knownOf(question, facts.now, diagnosis.answers) !== null;
      return effective(diagnosis.answers[id]) === undefined && !isKnown;
    });
    const openFacts = list.facts.filter(({ fact }) => !isGiven(fact, facts));
    return {
      list,
      openQuestions: open.map(({ id }) => id),
      openFacts,
      minutes: [...open, ...openFacts].reduce((sum, { minutes }) => sum + minutes, 0),
    };
  }, [list, questions, facts, diagnosis.answers]);
}
