import { useState } from 'react';
import { wan } from '#assessments/reporting/plan-text.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { MOST_PEOPLE, MOST_WAN, type PlanItem, type Quote } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { FigureField } from '../enterprise/figure-field.tsx';
import { AS_STORED } from '../enterprise/fact-units.ts';
import { storedFrom } from '../enterprise/read-figure.ts';

interface ItemEntriesProps {
  readonly item: PlanItem;
  /** Whether it is one of the catalogue; else the mill says itself what it costs and brings. */
  readonly hasCatalogue: boolean;
  readonly onEdit: (part: Partial<PlanItem>) => void;
}

/** What the enterprise makes of a measure: quotes, who and when, and what it really cost and saved. */
export function ItemEntries({ item, hasCatalogue, onEdit }: ItemEntriesProps) {
  const { say } = useWords();
  const { readOnly } = useRecord();
  return (
    <fieldset className="form" disabled={readOnly}>
      <h3>{say('own-entries')}</h3>
      {hasCatalogue ? (
        <Quotes quotes={item.quotes ?? []} onChange={(quotes) => onEdit({ quotes })} />
      ) : (
        <OwnFigures item={item} onEdit={onEdit} />
      )}
      <DraftField label={say('owner')} value={item.owner ?? ''} onCommit={(owner) => onEdit({ owner })} />
      <div className="field-row">
        <DateField label={say('start-on')} value={item.startOn} onChange={(startOn) => onEdit({ startOn })} />
        <DateField label={say('end-on')} value={item.endOn} onChange={(endOn) => onEdit({ endOn })} />
      </div>
      <div className="field-row">
        <FigureField
          label={say('measured-cost')}
          value={item.measured?.costWan}
          most={MOST_WAN}
          onCommit={(costWan) => onEdit({ measured: { ...item.measured, costWan: costWan ?? undefined } })}
        />
        <FigureField
          label={say('measured-saved')}
          value={item.measured?.savedWan}
          most={MOST_WAN}
          onCommit={(savedWan) => onEdit({ measured: { ...item.measured, savedWan: savedWan ?? undefined } })}
        />
      </div>
      <DraftField multiline label={say('note')} value={item.note ?? ''} onCommit={(note) => onEdit({ note })} />
    </fieldset>
  );
}

/** Offers of suppliers for the whole measure; their median becomes the cost at once. */
function Quotes({
  quotes,
  onChange,
}: {
  readonly quotes: readonly Quote[];
  readonly onChange: (quotes: Quote[]) => void;
}) {
  const { say } = useWords();
  const [draft, setDraft] = useState({ supplier: '', amount: '', on: '' });
  const amount = storedFrom(draft.amount, AS_STORED);
  const isWhole = draft.supplier.trim() !== '' && typeof amount === 'number' && amount <= MOST_WAN;
  return (
    <section className="quotes">
      <h4>{say('quotes')}</h4>
      <p className="hint">{say('quotes-hint')}</p>
      <ul>
        {quotes.map((quote, i) => (
          <li key={i}>
            {quote.supplier} {say('wan', { amount: wan(quote.wan) })} {quote.on ?? ''}{' '}
            <button
              type="button"
              className="quiet"
              aria-label={say('quote-remove', { supplier: quote.supplier })}
              onClick={() => onChange(quotes.filter((_, k) => k !== i))}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="field-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole) return;
          const on = IsoDate.safeParse(draft.on);
          onChange([
            ...quotes,
            { supplier: draft.supplier.trim(), wan: amount, ...(on.success ? { on: on.data } : {}) },
          ]);
          setDraft({ supplier: '', amount: '', on: '' });
        }}
      >
        <label className="field">
          <span className="field-label">{say('quote-supplier')}</span>
          <input
            type="text"
            maxLength={100}
            value={draft.supplier}
            onChange={({ target }) => setDraft({ ...draft, supplier: target.value })}
          />
        </label>
        <label className="field">
          <span className="field-label">{say('quote-amount')}</span>
          <input
            type="text"
            inputMode="decimal"
            value={draft.amount}
            aria-invalid={draft.amount !== '' && typeof amount !== 'number' ? true : undefined}
            onChange={({ target }) => setDraft({ ...draft, amount: target.value })}
          />
        </label>
        <label className="field">
          <span className="field-label">{say('quote-on')}</span>
          <input type="date" value={draft.on} onChange={({ target }) => setDraft({ ...draft, on: target.value })} />
        </label>
        <button type="submit" disabled={!isWhole}>
          {say('quote-add')}
        </button>
      </form>
    </section>
  );
}

/** What the mill says of a measure of its own; what is left blank counts nothing and is unknown. */
function OwnFigures({ item, onEdit }: Pick<ItemEntriesProps, 'item' | 'onEdit'>) {
  const { say } = useWords();
  const { own } = item;
  if (own === undefined) return null;
  const fields = [
    ['costWan', 'own-cost', MOST_WAN],
    ['benefitWan', 'own-benefit', MOST_WAN],
    ['months', 'own-months', 120],
    ['effort', 'own-effort', MOST_PEOPLE],
  ] as const;
  return (
    <div className="field-row">
      {fields.map(([key, label, most]) => (
        <FigureField
          key={key}
          label={say(label)}
          value={own[key]}
          most={most}
          onCommit={(value) => {
            const { [key]: _before, ...rest } = own;
            onEdit({ own: { ...rest, name: own.name, ...(value === null ? {} : { [key]: value }) } });
          }}
        />
      ))}
    </div>
  );
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: PlanItem['startOn']) => void;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => {
          const day = IsoDate.safeParse(target.value);
          onChange(day.success ? day.data : undefined);
        }}
      />
    </label>
  );
}
