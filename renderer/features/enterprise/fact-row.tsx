import { useState } from 'react';
import { Link } from 'wouter';
import { equipmentOf } from '#assessments/indicators/equipment-of.ts';
import { FACT_MAXIMA, FACT_UNITS, type NumericFactId, type YearFacts } from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { factsPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { useWords } from '../../i18n/use-words.ts';
import { AS_STORED, shownIn, unitsFor, type TypedUnit } from './fact-units.ts';
import { FactWarnings } from './fact-warnings.tsx';
import { FigureField } from './figure-field.tsx';
import { keepUnit, keptUnit } from './kept-unit.ts';
import { LossCalculator } from './loss-calculator.tsx';
import { ESTIMATED_LOSSES, type EstimatedLoss } from './loss-estimates.ts';
import { UnitSwitched } from './unit-switched.tsx';
import { withFact, type Cells, type SheetPlace } from './spread-cells.ts';

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
  const [unitName, setUnitName] = useState(() => keptUnit(dossier.id, id) ?? FACT_UNITS[id]);
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
      <FactField id={id} year={diagnosis.year} unit={unit} onTyped={onTyped} onSpread={onSpread} />
      <FactField id={id} year={diagnosis.year - 1} unit={unit} onTyped={onTyped} onSpread={onSpread} />
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
            keepUnit(dossier.id, id, event.target.value);
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

interface FactFieldProps {
  readonly id: NumericFactId;
  readonly year: number;
  readonly unit: TypedUnit;
  readonly onTyped: () => void;
  readonly onSpread: Spread;
}

function FactField({ id, year, unit, onTyped, onSpread }: FactFieldProps) {
  const { pick } = useWords();
  const { dossier, record, mill, diagnosis } = useRecord();
  const most = FACT_MAXIMA[id];
  const counted = year === diagnosis.year ? countedOf(id, mill.facts.now) : null;
  return (
    <FigureField
      hideLabel
      base={FACT_UNITS[id]}
      {...(most === undefined ? {} : { most })}
      label={`${pick(factSheet[id].label)} ${year}`}
      value={dossier.facts[String(year)]?.[id]}
      {...(counted === null ? {} : { placeholder: shownIn(counted, unit) })}
      unit={unit}
      place={{ enterprise: dossier.id, field: `${year}/${id}` }}
      onCommit={(value) => {
        onTyped();
        record.facts(year, (before) => withFact(before, id, value));
      }}
      onSpread={(cells) => onSpread({ id, year }, cells, unit)}
    />
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

/** What the machine register says to a fact; null where it says nothing. */
function countedOf(id: NumericFactId, facts: YearFacts): number | null {
  const counted: Readonly<Partial<Record<NumericFactId, number | null>>> | null = equipmentOf(facts, knownIds.machines);
  return counted?.[id] ?? null;
}

function isEstimated(id: NumericFactId): id is EstimatedLoss {
  return ESTIMATED_LOSSES.some((loss) => loss === id);
}
