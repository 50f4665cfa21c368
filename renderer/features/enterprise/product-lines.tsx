import { PRODUCT_CLASSES, type ProductLine } from '#assessments/schema/facts.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { Select } from '../../ui/select.tsx';
import { storedFrom } from './fact-units.ts';

const UNITS = ['m', '100m', 't', 'kg'] as const;
const BASE = { unit: '', times: 1 };

/** Qualified output of the year, one line a product class; water and energy are measured against it. */
export function ProductLines() {
  const { say } = useWords();
  const { dossier, diagnosis, record } = useRecord();
  const lines = dossier.facts[String(diagnosis.year)]?.['output.products'] ?? [];
  const setLines = (change: (before: readonly ProductLine[]) => ProductLine[]) =>
    record.facts(diagnosis.year, (before) => ({
      ...before,
      'output.products': change(before['output.products'] ?? []),
    }));
  const setLine = (index: number, part: Partial<ProductLine>) =>
    setLines((before) => before.map((line, i) => (i === index ? merged(line, part) : line)));
  return (
    <section className="fact-group">
      <h2>{say('products')}</h2>
      {lines.map((line, i) => (
        <div key={i} className="product-line">
          <Select
            label={say('product-class')}
            value={line.class}
            options={PRODUCT_CLASSES.map((value) => ({ value, label: say(`class-${value}`) }))}
            onChange={(value) => value !== '' && setLine(i, { class: value })}
          />
          <NumberOfLine
            label={say('quantity')}
            value={line.quantity}
            onCommit={(quantity) => setLine(i, { quantity: quantity ?? 0 })}
          />
          <Select
            label={say('unit')}
            value={line.unit}
            options={UNITS.map((value) => ({ value, label: say(`unit-${value}`) }))}
            onChange={(value) => value !== '' && setLine(i, { unit: value })}
          />
          <NumberOfLine label={say('width')} value={line.widthCm} onCommit={(widthCm) => setLine(i, { widthCm })} />
          <NumberOfLine
            label={say('mass')}
            value={line.massKgPer100m}
            onCommit={(massKgPer100m) => setLine(i, { massKgPer100m })}
          />
          <button
            type="button"
            className="quiet"
            onClick={() => setLines((before) => before.filter((_, k) => k !== i))}
          >
            {say('remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => setLines((before) => [...before, { class: 'woven', quantity: 0, unit: 'm' }])}
      >
        {say('add-product')}
      </button>
    </section>
  );
}

function NumberOfLine({
  label,
  value,
  onCommit,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onCommit: (value: number | undefined) => void;
}) {
  return (
    <DraftField
      numeric
      label={label}
      value={value === undefined ? '' : String(value)}
      onCommit={(text) => {
        const stored = storedFrom(text, BASE);
        if (stored !== undefined) onCommit(stored ?? undefined);
      }}
    />
  );
}

function merged(line: ProductLine, part: Partial<ProductLine>): ProductLine {
  return Object.fromEntries(
    Object.entries({ ...line, ...part }).filter(([, value]) => value !== undefined),
  ) as ProductLine;
}
