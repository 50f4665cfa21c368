import { useState } from 'react';
import { Link } from 'wouter';
import { FACT_UNITS, type NumericFactId } from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { factsPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { AS_STORED, shownIn, unitsFor, type TypedUnit } from './fact-units.ts';
import { countedOf, FactField } from './fact-field.tsx';
import { FactWarnings } from './fact-warnings.tsx';
import { chosenUnits } from './field-notes.ts';
import { LossCalculator } from './loss-calculator.tsx';
import { ESTIMATED_LOSSES, type EstimatedLoss } from './loss-estimates.ts';
import { UnitSwitched } from './unit-switched.tsx';
import type { Cells } from './read-figure.ts';
import { withFact, type SheetPlace } from './spread-cells.ts';

/** Puts cells of a table into the sheet from a place on; bare digits of its own row are in that unit. */
export type Spread = (from: SheetPlace, cells: Cells, unit: TypedUnit) => void;

interface FactRowProps {
  readonly id: NumericFactId;
  readonly isMust: boolean;
  readonly onSpread: Spread;
}

/** A fact of the year and of the year before, with its unit, where it is found and what is said to it. */
export function FactRow({ id, isMust, onSpread }: FactRowProps) {
  const { say, pick, language } = useWords();
  const { dossier, diagnosis, record } = useRecord();
  const units = unitsFor(FACT_UNITS[id]);
  const [unitName, setUnitName] = useState(
    () => chosenUnits.of({ enterprise: dossier.id, field: id }) ?? FACT_UNITS[id],
  );
  /** What stood in the fields before the unit was changed: it may have been meant in the new one. */
  const [switched, setSwitched] = useState<TypedUnit | null>(null);
  const unit = units.find((candidate) => candidate.unit === unitName) ?? units[0];
  const words = wordsIn(language);
  if (unit === undefined) return null;
  const onTyped = () => setSwitched(null);
  return (
    <div className="fact-row" data-fact={id}>
      <span className="fact-label">
        {pick(factSheet[id].label)} {isMust ? <span className="tag warning">{say('must-have')}</span> : null}
        <details className="where">
          <summary>{say('where-find')}</summary>
          {pick(factSheet[id].where)} {say('ask-whom', { who: pick(factSheet[id].ask) })}
        </details>
      </span>
      {[diagnosis.year, diagnosis.year - 1].map((year) => (
        <FactField
          key={year}
          id={id}
          year={year}
          unit={unit}
          onTyped={onTyped}
          onSpread={(cells) => onSpread({ id, year }, cells, unit)}
        />
      ))}
      {units.length === 1 ? (
        <span className="fact-unit">{words.unit(unit.unit)}</span>
      ) : (
        <select
          className="fact-unit"
          aria-label={say('unit-of', { fact: pick(factSheet[id].label) })}
          value={unit.unit}
          onChange={(event) => {
            setSwitched(unit);
            setUnitName(event.target.value);
            chosenUnits.keep({ enterprise: dossier.id, field: id }, event.target.value);
          }}
        >
          {units.map((candidate) => (
            <option key={candidate.unit} value={candidate.unit}>
              {words.unit(candidate.unit)}
            </option>
          ))}
        </select>
      )}
      {switched === null || switched.unit === unit.unit ? null : (
        <UnitSwitched key={unit.unit} id={id} from={switched} to={unit} />
      )}
      <FromRegister id={id} />
      <FactWarnings fact={id} />
      {isEstimated(id) ? (
        <LossCalculator
          loss={id}
          onTake={(lossWan) => record.facts(diagnosis.year, (before) => withFact(before, id, lossWan))}
        />
      ) : null}
    </div>
  );
}

/** Where a number of equipment that nobody typed comes from. */
function FromRegister({ id }: { readonly id: NumericFactId }) {
  const { say } = useWords();
  const { dossier, diagnosis, mill } = useRecord();
  const counted = countedOf(id, mill.facts.now);
  if (counted === null || dossier.facts[String(diagnosis.year)]?.[id] !== undefined) return null;
  return (
    <p className="fact-origin">
      {say('from-register', { value: shownIn(counted, AS_STORED) })}{' '}
      <Link href={factsPath(dossier.id, 'machines')}>{say('facts-machines')}</Link>
    </p>
  );
}

function isEstimated(id: NumericFactId): id is EstimatedLoss {
  return ESTIMATED_LOSSES.some((loss) => loss === id);
}
