import { Link } from 'wouter';
import type { Unknown } from '#assessments/planning/unknowns.ts';
import { factSheet, type FactText } from '#assessments/schema/fact-sheet.ts';
import { stepPath } from '../../app/routes.ts';
import { useHelp } from '../../app/use-help.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FirstItems } from '../../ui/first-items.tsx';
import { QuestionLink } from './measure-drawer.tsx';

const MOST = 15;

/** What nobody knows yet, with who can find out, each leading to where it is entered. */
export function UnknownList({ unknowns }: { readonly unknowns: readonly Unknown[] }) {
  const { say, pick } = useWords();
  const { dossier, mill } = useRecord();
  const help = useHelp(mill.packs);
  const factOf = (id: string) => (factSheet as Readonly<Record<string, FactText>>)[id];
  return (
    <ul className="unknown-list">
      <FirstItems
        all={unknowns}
        most={MOST}
        more={(count) => say('and-more', { count })}
        item={({ id, kind, who }) => {
          const asked = who ?? pick(kind === 'fact' ? factOf(id)?.ask : help?.[id]?.ask);
          return (
            <li key={id}>
              {kind === 'fact' ? (
                <Link href={stepPath(dossier.id, 'facts')}>{pick(factOf(id)?.label) || id}</Link>
              ) : (
                <QuestionLink id={id} />
              )}{' '}
              {kind === 'gate' ? <span className="tag tone-bad">{say('section-GATE')}</span> : null}
              {asked === '' ? null : <small>{say('verify-who', { who: asked })}</small>}
            </li>
          );
        }}
      />
    </ul>
  );
}
