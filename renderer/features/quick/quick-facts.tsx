import { Fragment } from 'react';
import type { QuickFact } from '#assessments/guiding/quick-list.ts';
import { FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FactField } from '../enterprise/fact-field.tsx';
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
  return (
    <div className="quick-fact">
      <span>
        {pick(factSheet[id].label)} <small>{year}</small>
        <small className="quick-where">
          {pick(factSheet[id].where)} {say('ask-whom', { who: pick(factSheet[id].ask) })}
        </small>
      </span>
      <FactField id={id} year={year} />
      <span className="fact-unit">{wordsIn(language).unit(FACT_UNITS[id])}</span>
    </div>
  );
}
