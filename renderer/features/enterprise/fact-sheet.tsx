import { useState } from 'react';
import { Link } from 'wouter';
import { equipmentOf } from '#assessments/indicators/equipment-of.ts';
import {
  FACT_MAXIMA,
  FACT_UNITS,
  NUMERIC_FACT_IDS,
  type NumericFactId,
  type YearFacts,
} from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { factsPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { useWords } from '../../i18n/use-words.ts';
import { AS_STORED, shownIn, unitsFor, type TypedUnit } from './fact-units.ts';
import { FactWarnings } from './fact-warnings.tsx';
import { FigureField } from './figure-field.tsx';
import { LossCalculator } from './loss-calculator.tsx';
import { ESTIMATED_LOSSES, type EstimatedLoss } from './loss-estimates.ts';
import { ProductLines } from './product-lines.tsx';
import { YesNoFact } from './yes-no-fact.tsx';

/** Raw figures of the year beside the year before. */
export function FactSheet() {
  const { say, pick } = useWords();
  const { diagnosis, readOnly } = useRecord();
  const groups = [...new Set(NUMERIC_FACT_IDS.map((id) => factSheet[id].group['zh-CN']))];
  return (
    <>
      <p className="hint">{say('facts-hint')}</p>
      <fieldset disabled={readOnly} className="form">
        <ProductLines />
        {groups.map((group) => {
          const ids = NUMERIC_FACT_IDS.filter((id) => factSheet[id].group['zh-CN'] === group);
          const [first] = ids;
          return (
            <section key={group} className="fact-group">
              <h2>{first === undefined ? group : pick(factSheet[first].group)}</h2>
              {first === undefined ? null : <GroupHint first={first} />}
              <div className="fact-row fact-head" aria-hidden="true">
                <span />
                <span>{diagnosis.year}</span>
                <span>{diagnosis.year - 1}</span>
                <span />
              </div>
              {ids.map((id) => (
                <FactRow key={id} id={id} />
              ))}
              {first?.startsWith('water.') === true ? (
                <>
                  <YesNoFact id="water.has-cooling" />
                  <YesNoFact id="water.has-steam" />
                </>
              ) : null}
            </section>
          );
        })}
      </fieldset>
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

function FactRow({ id }: { readonly id: NumericFactId }) {
  const { say, pick, language } = useWords();
  const { diagnosis, record } = useRecord();
  const units = unitsFor(FACT_UNITS[id]);
  const [unitName, setUnitName] = useState(FACT_UNITS[id] as string);
  const unit = units.find((candidate) => candidate.unit === unitName) ?? units[0];
  const words = wordsIn(language);
  if (unit === undefined) return null;
  return (
    <div className="fact-row">
      <span className="fact-label">
        {pick(factSheet[id].label)}
        <details className="where">
          <summary>{say('where-find')}</summary>
          {pick(factSheet[id].where)} {say('ask-whom', { who: pick(factSheet[id].ask) })}
        </details>
      </span>
      <FactField id={id} year={diagnosis.year} unit={unit} />
      <FactField id={id} year={diagnosis.year - 1} unit={unit} />
      {units.length === 1 ? (
        <span className="fact-unit">{words.unit(unit.unit)}</span>
      ) : (
        <select
          className="fact-unit"
          aria-label={say('unit-of', { fact: pick(factSheet[id].label) })}
          value={unit.unit}
          onChange={(event) => setUnitName(event.target.value)}
        >
          {units.map((candidate) => (
            <option key={candidate.unit} value={candidate.unit}>
              {words.unit(candidate.unit)}
            </option>
          ))}
        </select>
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
}

function FactField({ id, year, unit }: FactFieldProps) {
  const { pick } = useWords();
  const { dossier, record, mill, diagnosis } = useRecord();
  const most = FACT_MAXIMA[id];
  const counted = year === diagnosis.year ? countedOf(id, mill.facts.now) : null;
  return (
    <FigureField
      hideLabel
      {...(most === undefined ? {} : { most })}
      label={`${pick(factSheet[id].label)} ${year}`}
      value={dossier.facts[String(year)]?.[id]}
      {...(counted === null ? {} : { placeholder: shownIn(counted, unit) })}
      unit={unit}
      onCommit={(value) => record.facts(year, (before) => withFact(before, id, value))}
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

function withFact(before: YearFacts, id: NumericFactId, value: number | null): YearFacts {
  const { [id]: _old, ...others } = before;
  return value === null ? others : { ...others, [id]: value };
}
