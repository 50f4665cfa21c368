import { equipmentOf } from '#assessments/indicators/equipment-of.ts';
import { FACT_MAXIMA, FACT_UNITS, type NumericFactId, type YearFacts } from '#assessments/schema/facts.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';
import { useWords } from '../../i18n/use-words.ts';
import { AS_STORED, shownIn, type TypedUnit } from './fact-units.ts';
import { FigureField } from './figure-field.tsx';
import type { Cells } from './read-figure.ts';
import { withFact } from './spread-cells.ts';

interface FactFieldProps {
  readonly id: NumericFactId;
  readonly year: number;
  /** In which bare digits are typed; as stored where it is not given. */
  readonly unit?: TypedUnit;
  /** A figure was typed. */
  readonly onTyped?: () => void;
  /** Puts a block of cells into this field and those about it; absent where it stands alone. */
  readonly onSpread?: (cells: Cells) => void;
}

/** A figure of a year, kept as it is typed. */
export function FactField({ id, year, unit = AS_STORED, onTyped, onSpread }: FactFieldProps) {
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
        onTyped?.();
        record.facts(year, (before) => withFact(before, id, value));
      }}
      {...(onSpread === undefined ? {} : { onSpread })}
    />
  );
}

/** What the machine register says to a fact; null where it says nothing. */
export function countedOf(id: NumericFactId, facts: YearFacts): number | null {
  const counted: Readonly<Partial<Record<NumericFactId, number | null>>> | null = equipmentOf(facts, knownIds.machines);
  return counted?.[id] ?? null;
}
