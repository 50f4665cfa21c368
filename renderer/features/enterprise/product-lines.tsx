import { useState } from 'react';
import { PRODUCT_CLASSES, type ProductLine } from '#assessments/schema/facts.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { Select } from '../../ui/select.tsx';
import { shownIn, storedFrom } from './fact-units.ts';
import { withoutUndefined } from './without-undefined.ts';

const UNITS = ['m', '100m', 't', 'kg'] as const;
const BASE = { unit: '', times: 1 };

type BegunLine = Pick<ProductLine, 'class' | 'unit'> & Partial<Pick<ProductLine, 'widthCm' | 'massKgPer100m'>>;
type LinePart = {
  readonly [K in 'class' | 'unit' | 'quantity' | 'widthCm' | 'massKgPer100m']?: ProductLine[K] | undefined;
};

/** Qualified output of the year, one line a product class; water and energy are measured against it. */
export function ProductLines() {
  const { say } = useWords();
  const { dossier, diagnosis, record } = useRecord();
  /** A line without a quantity is no figure yet and stays out of the record. */
  const [begun, setBegun] = useState<BegunLine | null>(null);
  const lines = dossier.facts[String(diagnosis.year)]?.['output.products'] ?? [];
  const setLines = (change: (before: readonly ProductLine[]) => ProductLine[]) =>
    record.facts(diagnosis.year, ({ 'output.products': before = [], ...others }) => {
      const after = change(before);
      return after.length === 0 ? others : { ...others, 'output.products': after };
    });
  return (
    <section className="fact-group">
      <h2>{say('products')}</h2>
      {lines.map((line, i) => (
        <LineFields
          key={i}
          line={line}
          onChange={(part) => setLines((before) => before.map((old, k) => (k === i ? merged(old, part) : old)))}
          onRemove={() => setLines((before) => before.filter((_, k) => k !== i))}
        />
      ))}
      {begun === null ? (
        <button type="button" onClick={() => setBegun({ class: 'woven', unit: 'm' })}>
          {say('add-product')}
        </button>
      ) : (
        <LineFields
          key="begun"
          line={begun}
          onChange={({ quantity, ...part }) => {
            const line = merged(begun, part);
            if (quantity === undefined) setBegun(line);
            else {
              setLines((before) => [...before, { ...line, quantity }]);
              setBegun(null);
            }
          }}
          onRemove={() => setBegun(null)}
        />
      )}
    </section>
  );
}

interface LineFieldsProps {
  readonly line: BegunLine & { readonly quantity?: number };
  readonly onChange: (part: LinePart) => void;
  readonly onRemove: () => void;
}

function LineFields({ line, onChange, onRemove }: LineFieldsProps) {
  const { say } = useWords();
  return (
    <div className="product-line">
      <Select
        label={say('product-class')}
        value={line.class}
        options={PRODUCT_CLASSES.map((value) => ({ value, label: say(`class-${value}`) }))}
        onChange={(value) => value !== '' && onChange({ class: value })}
      />
      <NumberOfLine
        required
        label={say('quantity')}
        value={line.quantity}
        onCommit={(quantity) => onChange({ quantity })}
      />
      <Select
        label={say('unit')}
        value={line.unit}
        options={UNITS.map((value) => ({ value, label: say(`unit-${value}`) }))}
        onChange={(value) => value !== '' && onChange({ unit: value })}
      />
      <NumberOfLine label={say('width')} value={line.widthCm} onCommit={(widthCm) => onChange({ widthCm })} />
      <NumberOfLine
        label={say('mass')}
        value={line.massKgPer100m}
        onCommit={(massKgPer100m) => onChange({ massKgPer100m })}
      />
      <button type="button" className="quiet" onClick={onRemove}>
        {say('remove')}
      </button>
    </div>
  );
}

interface NumberOfLineProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly required?: boolean;
  readonly onCommit: (value: number | undefined) => void;
}

function NumberOfLine({ label, value, required = false, onCommit }: NumberOfLineProps) {
  const { say } = useWords();
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <DraftField
      numeric
      label={label}
      value={refused ?? (value === undefined ? '' : shownIn(value, BASE))}
      invalid={refused === null ? null : say('not-a-figure')}
      onCommit={(text) => {
        const stored = storedFrom(text, BASE);
        const isRefused = stored === undefined || (required && stored === null);
        setRefused(isRefused ? text : null);
        if (!isRefused) onCommit(stored ?? undefined);
      }}
    />
  );
}

function merged<T extends object>(line: T, part: LinePart): T {
  return withoutUndefined({ ...line, ...part });
}
