import { useState } from 'react';
import { PRODUCT_CLASSES, type ProductLine } from '#assessments/schema/facts.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { FactWarnings } from './fact-warnings.tsx';
import { FigureField } from './figure-field.tsx';
import { withoutUndefined } from './without-undefined.ts';

const UNITS = ['m', '100m', 't', 'kg'] as const;

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
  const { keyAt, takeOff } = useLineKeys();
  const lines = dossier.facts[String(diagnosis.year)]?.['output.products'] ?? [];
  const setLines = (change: (before: readonly ProductLine[]) => ProductLine[]) =>
    record.facts(diagnosis.year, ({ 'output.products': before = [], ...others }) => {
      const after = change(before);
      return after.length === 0 ? others : { ...others, 'output.products': after };
    });
  const change = (i: number, part: LinePart) =>
    setLines((before) => before.map((old, k) => (k === i ? merged(old, part) : old)));
  const changeBegun = ({ quantity, ...part }: LinePart) => {
    if (begun === null) return;
    const line = merged(begun, part);
    setBegun(quantity === undefined ? line : null);
    if (quantity !== undefined) setLines((before) => [...before, { ...line, quantity }]);
  };
  return (
    <section className="fact-group">
      <h2>{say('products')}</h2>
      {[...lines, ...(begun === null ? [] : [begun])].map((line, i) => (
        <LineFields
          key={keyAt(i)}
          line={line}
          onChange={i < lines.length ? (part) => change(i, part) : changeBegun}
          onRemove={() => {
            takeOff(i);
            if (i < lines.length) setLines((before) => before.filter((_, k) => k !== i));
            else setBegun(null);
          }}
        />
      ))}
      <FactWarnings fact="output.products" />
      {begun === null ? (
        <button type="button" onClick={() => setBegun({ class: 'woven', unit: 'm' })}>
          {say('add-product')}
        </button>
      ) : null}
    </section>
  );
}

/** Keys of the lines in their order; that of a line taken off is not used again, so that its fields go with it. */
function useLineKeys() {
  const [gone, setGone] = useState<readonly number[]>([]);
  const keyAt = (i: number) =>
    [...gone].sort((a, b) => a - b).reduce((key, taken) => (taken <= key ? key + 1 : key), i);
  return { keyAt, takeOff: (i: number) => setGone((before) => [...before, keyAt(i)]) };
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
      <FigureField
        required
        base={line.unit}
        label={say('quantity')}
        value={line.quantity}
        onCommit={(quantity) => onChange({ quantity: quantity ?? undefined })}
      />
      <Select
        label={say('unit')}
        value={line.unit}
        options={UNITS.map((value) => ({ value, label: say(`unit-${value}`) }))}
        onChange={(value) => value !== '' && onChange({ unit: value })}
      />
      <FigureField
        base="cm"
        label={say('width')}
        value={line.widthCm}
        onCommit={(widthCm) => onChange({ widthCm: widthCm ?? undefined })}
      />
      <FigureField
        label={say('mass')}
        value={line.massKgPer100m}
        onCommit={(mass) => onChange({ massKgPer100m: mass ?? undefined })}
      />
      <button type="button" className="quiet" onClick={onRemove}>
        {say('remove')}
      </button>
    </div>
  );
}

function merged<T extends object>(line: T, part: LinePart): T {
  return withoutUndefined({ ...line, ...part });
}
