import { memo } from 'react';
import type { PackSet } from '#assessments/packs/library.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useHelp } from '../../app/use-help.ts';
import { useWords } from '../../i18n/use-words.ts';

interface GuidancePanelProps {
  readonly question: Question | undefined;
  /** The packs in the versions that the questions stand in. */
  readonly packs: PackSet;
}

/** Help to the question that is being answered; its texts come when first needed. */
export const GuidancePanel = memo(function GuidancePanel({ question, packs }: GuidancePanelProps) {
  const { say, pick } = useWords();
  const texts = useHelp(packs);
  const help = question === undefined ? undefined : texts?.[question.id];
  if (question === undefined || help === undefined) {
    return (
      <aside className="aside" tabIndex={0} aria-label={say('guidance')}>
        <p className="hint">{say('guidance-empty')}</p>
      </aside>
    );
  }
  return (
    <aside className="aside" tabIndex={0} aria-label={say('guidance')}>
      <h2>{question.id}</h2>
      <Part title={say('guidance-why')} text={pick(help.why)} />
      <Part title={say('guidance-good')} text={pick(help.goodEnough)} />
      <Part title={say('guidance-better')} text={pick(help.doBetter)} />
      <h3>{say('guidance-proof')}</h3>
      <ul>
        {help.proof.map((proof) => (
          <li key={proof.en}>
            <small>{say(`proof-${proof.kind}`)}</small> {pick(proof)}
          </li>
        ))}
      </ul>
      <Part title={say('guidance-ask')} text={pick(help.ask)} />
      <Part title={say('guidance-basis')} text={pick(question.basis.text)} />
    </aside>
  );
});

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
    </>
  );
}
