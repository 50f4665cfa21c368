import { memo } from 'react';
import { adviceFor } from '#assessments/packs/advice.ts';
import type { PackSet } from '#assessments/packs/library.ts';
import type { Enterprise } from '#assessments/schema/dossier.ts';
import type { LocalizedText } from '#assessments/schema/localized-text.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { useHelp } from '../../app/use-help.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Drawer } from '../../ui/drawer.tsx';

export const GUIDANCE_PANEL = 'guidance';

interface GuidanceProps {
  readonly question: Question | undefined;
  /** The packs in the versions that the questions stand in. */
  readonly packs: PackSet;
  /** Whose trade the examples are of. */
  readonly enterprise: Enterprise;
}

/** Help to the question that is being answered, beside the cards; its texts come when first needed. */
export const GuidancePanel = memo(function GuidancePanel(props: GuidanceProps) {
  const { say } = useWords();
  return (
    <aside id={GUIDANCE_PANEL} className="aside" tabIndex={0} aria-label={say('guidance')}>
      {props.question === undefined ? null : <h2>{props.question.id}</h2>}
      <GuidanceText {...props} />
    </aside>
  );
});

/** The same help over the page, where there is no room beside the cards. */
export function GuidanceDrawer(props: GuidanceProps & { readonly onClose: () => void }) {
  const { say } = useWords();
  return (
    <div className="guidance-drawer">
      <Drawer title={`${say('guidance')} ${props.question?.id ?? ''}`} onClose={props.onClose}>
        <GuidanceText {...props} />
      </Drawer>
    </div>
  );
}

function GuidanceText({ question, packs, enterprise }: GuidanceProps) {
  const { say, pick } = useWords();
  const texts = useHelp(packs);
  const help = question === undefined ? undefined : texts?.[question.id];
  if (question === undefined || help === undefined) return <p className="hint">{say('guidance-empty')}</p>;
  return (
    <>
      <Part title={say('guidance-why')} texts={[help.why]} />
      <Part title={say('guidance-good')} texts={[help.goodEnough]} />
      <Part title={say('guidance-better')} texts={adviceFor(help, enterprise)} />
      <h3>{say('guidance-proof')}</h3>
      <ul>
        {help.proof.map((proof) => (
          <li key={proof.en}>
            <small>{say(`proof-${proof.kind}`)}</small> {pick(proof)}
          </li>
        ))}
      </ul>
      <Part title={say('guidance-ask')} texts={[help.ask]} />
      <Part title={say('guidance-basis')} texts={[question.basis.text]} />
    </>
  );
}

/** A heading with its paragraphs. */
function Part({ title, texts }: { readonly title: string; readonly texts: readonly LocalizedText[] }) {
  const { pick } = useWords();
  return (
    <>
      <h3>{title}</h3>
      {texts.map((text) => (
        <p key={text.en}>{pick(text)}</p>
      ))}
    </>
  );
}
