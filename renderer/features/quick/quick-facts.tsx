import { Fragment } from 'react';
import type { QuickFact } from '#assessments/guiding/quick-list.ts';
import { FACT_MAXIMA, FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FigureField } from '../enterprise/figure-field.tsx';
import { ProductLines } from '../enterprise/product-lines.tsx';
import '../enterprise/enterprise.css';

/** The figures of a quick diagnosis, each with the year that it is of; what would do in its place can be opened. */
export function QuickFacts({ facts }: { readonly facts: readonly QuickFact[] }) {
  const { say } = useWords();
  const { diagnosis } = useRecord();
  return facts.map(({ fact: { id, year, instead } }) =>
    id === 'output.products' ? (
      <ProductLines key={id} />
    ) : (
      <Fragment key={`${year}/${id}`}>
        <FactLine id={id} year={yearOf(year)} />
        {instead.length === 0 ? null : (
          <details className="quick-instead">
            <summary>{say('quick-instead', { count: instead.length })}</summary>
            {instead.map((other) => (
              <FactLine key={other} id={other} year={yearOf(year)} />
            ))}
          </details>
        )}
      </Fragment>
    ),
  );

  function yearOf(year: 'now' | 'prior'): number {
    return year === 'now' ? diagnosis.year : diagnosis.year - 1;
  }
}

function FactLine({ id, year }: { readonly id: NumericFactId; readonly year: number }) {
  const { say, pick, language } = useWords();
  const { dossier, record } = useRecord();
  const most = FACT_MAXIMA[id];
  return (
    <div className="quick-fact">
      <span>
        {pick(factSheet[id].label)} <small>{year}</small>
        <small className="quick-where">
          {pick(factSheet[id].where)} {say('ask-whom', { who: pick(factSheet[id].ask) })}
        </small>
      </span>
      <FigureField
        hideLabel
        base={FACT_UNITS[id]}
        place={{ enterprise: dossier.id, field: `${year}/${id}` }}
        label={`${pick(factSheet[id].label)} ${year}`}
        {...(most === undefined ? {} : { most })}
        value={dossier.facts[String(year)]?.[id]}
        onCommit={(value) =>
          record.facts(year, ({ [id]: _old, ...others }) => (value === null ? others : { ...others, [id]: value }))
        }
      />
      <span className="fact-unit">{wordsIn(language).unit(FACT_UNITS[id])}</span>
    </div>
  );
}
