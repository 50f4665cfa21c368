import { useEffect, useMemo, useRef } from 'react';
import { ReactQuestionFactory, Survey } from 'survey-react-ui';
import type { PackId } from '#assessments/schema/ids.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useRecord } from '../../app/use-record.ts';
import { AnswerCard } from './answer-card.tsx';
import { ANSWER_TYPE, sectionModel } from './section-model.ts';

/** SurveyJS says that the creator takes a name; it hands over the properties of the element. */
ReactQuestionFactory.Instance.registerQuestion(ANSWER_TYPE, (properties: unknown) => {
  const { question } = properties as { readonly question: { readonly name: string } };
  return <AnswerCard key={question.name} id={question.name} />;
});

/** The questions of one page, put up by SurveyJS; each is painted by our card. */
export default function SectionSurvey({
  pack,
  questions,
}: {
  readonly pack: PackId;
  readonly questions: readonly Question[];
}) {
  const { record, diagnosis, dossier, mill } = useRecord();
  /** The model is being told what the record holds; that is no answer. */
  const syncing = useRef(false);
  const ids = questions.map((question) => question.id as string);
  const key = `${pack} ${diagnosis.id} ${ids.join(' ')} ${dossier.enterprise.subSectors.join()} ${dossier.enterprise.processes.join()}`;
  const model = useMemo(
    () =>
      sectionModel(mill.packs[pack], ids, { ...dossier, site: mill.site }, diagnosis.answers, (question, answer) =>
        syncing.current ? undefined : record.answer(diagnosis.id, question, () => answer),
      ),
    // The record owns the answers; the model is made anew only for other questions.
    [key],
  );
  useEffect(() => {
    for (const id of ids) {
      const question = model.getQuestionByName(id);
      const stored = diagnosis.answers[id];
      if (question !== null && JSON.stringify(question.value ?? null) !== JSON.stringify(stored ?? null)) {
        syncing.current = true;
        model.setValue(id, stored);
        syncing.current = false;
      }
    }
  }, [model, diagnosis.answers, ids]);
  useEffect(() => () => model.dispose(), [model]);
  return <Survey model={model} />;
}
