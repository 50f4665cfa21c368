import { useState } from 'react';
import { FACT_MAXIMA, type NumericFactId } from '#assessments/schema/facts.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { shownIn, type TypedUnit } from './fact-units.ts';
import { withFact } from './spread-cells.ts';

const MOST = 1e12;

interface UnitSwitchedProps {
  readonly id: NumericFactId;
  readonly from: TypedUnit;
  readonly to: TypedUnit;
}

/**
 * What the figures of a row became as its unit was changed: the same amount in the new unit and, where the number was meant
 * in that one all along, a button that takes it as it stood.
 */
export function UnitSwitched({ id, from, to }: UnitSwitchedProps) {
  const { say, language } = useWords();
  const { dossier, diagnosis, record } = useRecord();
  const [meantIn, setMeantIn] = useState<readonly number[]>([]);
  const unit = wordsIn(language).unit(to.unit);
  return [diagnosis.year, diagnosis.year - 1].map((year) => {
    const value = dossier.facts[String(year)]?.[id];
    if (value === undefined || value === 0 || meantIn.includes(year)) return null;
    const meant = Number(((value / from.times) * to.times).toPrecision(12));
    return (
      <p key={year} className="unit-switched" role="status">
        {year} {say('unit-switched', { value: shownIn(value, to), unit })}{' '}
        {meant > (FACT_MAXIMA[id] ?? MOST) ? null : (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setMeantIn((years) => [...years, year]);
              record.facts(year, (before) => withFact(before, id, meant));
            }}
          >
            {say('unit-meant', { value: shownIn(value, from), unit })}
          </button>
        )}
      </p>
    );
  });
}
