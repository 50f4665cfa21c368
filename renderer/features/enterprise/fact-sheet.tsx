import { useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { countingFacts, mustHaves } from '#assessments/guiding/counting-facts.ts';
import { untouchedTwin } from '#assessments/guiding/untouched-twin.ts';
import { NUMERIC_FACT_IDS, type NumericFactId } from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { factsPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { UndoLine, type Undo } from '../../ui/undo-line.tsx';
import { FactRow, type Spread } from './fact-row.tsx';
import { moveInSheet } from './move-in-sheet.ts';
import { ProductLines } from './product-lines.tsx';
import { spreadCells, withFact } from './spread-cells.ts';
import { YesNoFact } from './yes-no-fact.tsx';

/** Marked as needed first. */
const MUST_HAVES = 12;

/** Raw figures of the year beside the year before: those that count at this mill, the others folded away. */
export function FactSheet() {
  const { say, pick } = useWords();
  const { dossier, diagnosis, readOnly, mill, record } = useRecord();
  const [undo, setUndo] = useState<Undo | null>(null);
  const sheet = useRef<HTMLFieldSetElement>(null);
  const { counting, must } = useMemo(() => {
    const untouched = untouchedTwin(mill);
    return { counting: countingFacts(untouched), must: mustHaves(untouched, MUST_HAVES) };
    // Both hang on trades, processes and packs, not on what is typed.
  }, [dossier.enterprise, diagnosis.packs, diagnosis.year, mill.context.library]);
  const groups = [...new Set(NUMERIC_FACT_IDS.map((id) => factSheet[id].group['zh-CN']))].map((group) => {
    const ids = NUMERIC_FACT_IDS.filter((id) => factSheet[id].group['zh-CN'] === group);
    const [first] = ids;
    return {
      group,
      first,
      name: first === undefined ? group : pick(factSheet[first].group),
      counted: ids.filter((id) => counting.has(id)),
      others: ids.filter((id) => !counting.has(id)),
    };
  });
  const spread: Spread = (from, cells, unit) => {
    const years = [diagnosis.year, diagnosis.year - 1];
    const order = NUMERIC_FACT_IDS.filter((id) => counting.has(id));
    const { taken, refused } = spreadCells(from, cells, { unit, order, years });
    const before = years.map((year) => [year, dossier.facts[String(year)] ?? {}] as const);
    for (const year of years)
      record.facts(year, (facts) =>
        taken.filter((cell) => cell.year === year).reduce((now, { id, value }) => withFact(now, id, value), facts),
      );
    setUndo({
      text: say('spread-done', { taken: taken.length, refused }),
      undo: () => {
        for (const [year, facts] of before) record.facts(year, () => facts);
        return Promise.resolve();
      },
    });
  };
  return (
    <>
      <p className="hint">{say('facts-hint')}</p>
      <p className="hint">{say('facts-must', { count: must.size })}</p>
      <nav className="fact-blocks" aria-label={say('facts-blocks')}>
        {groups.map(({ group, name, counted }, i) => {
          const given = counted.filter((id) => mill.facts.now[id] !== undefined).length;
          return counted.length === 0 ? null : (
            <button
              key={group}
              type="button"
              className={given === counted.length ? 'done' : undefined}
              onClick={() => sheet.current?.querySelector(`#block-${i}`)?.scrollIntoView({ block: 'start' })}
            >
              {name} <small>{`${given}/${counted.length}`}</small>
            </button>
          );
        })}
      </nav>
      <fieldset
        disabled={readOnly}
        className="form"
        ref={sheet}
        onKeyDown={(event) => moveInSheet(event, sheet.current)}
      >
        <ProductLines />
        {groups.map(({ group, first, name, counted, others }, i) => (
          <section key={group} id={`block-${i}`} className="fact-group">
            <h2>{name}</h2>
            {first === undefined ? null : <GroupHint first={first} />}
            <div className="fact-row fact-head" aria-hidden="true">
              <span />
              <span>{diagnosis.year}</span>
              <span>{diagnosis.year - 1}</span>
              <span />
            </div>
            {counted.map((id) => (
              <FactRow key={id} id={id} isMust={must.has(id)} onSpread={spread} />
            ))}
            {others.length === 0 ? null : (
              <details className="fact-others">
                <summary>{say('facts-others', { count: others.length })}</summary>
                {others.map((id) => (
                  <FactRow key={id} id={id} isMust={false} onSpread={spread} />
                ))}
              </details>
            )}
            {first?.startsWith('water.') === true ? (
              <>
                <YesNoFact id="water.has-cooling" />
                <YesNoFact id="water.has-steam" />
              </>
            ) : null}
          </section>
        ))}
      </fieldset>
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </>
  );
}

/** What is to be known before the figures of a group are typed. */
function GroupHint({ first }: { readonly first: NumericFactId }) {
  const { say } = useWords();
  const { dossier } = useRecord();
  if (first.startsWith('price.')) return <p className="hint">{say('prices-hint')}</p>;
  if (first.startsWith('loss.')) return <p className="hint">{say('losses-hint')}</p>;
  if (!first.startsWith('equipment.')) return null;
  return (
    <p className="hint">
      {say('equipment-hint')} <Link href={factsPath(dossier.id, 'machines')}>{say('facts-machines')}</Link>
    </p>
  );
}
