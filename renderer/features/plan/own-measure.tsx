import { useState } from 'react';
import { MOST_WAN, type PlanItem } from '#assessments/schema/plan.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { AS_STORED } from '../enterprise/fact-units.ts';
import { storedFrom } from '../enterprise/read-figure.ts';

const FIGURES = [
  ['costWan', 'own-cost', MOST_WAN],
  ['benefitWan', 'own-benefit', MOST_WAN],
  ['months', 'own-months', 120],
] as const;
const NOTHING = { costWan: '', benefitWan: '', months: '' };

/** Adds a measure of the enterprise's own with what it costs, brings and takes; its effect is not scored. What is blank is unknown. */
export function OwnMeasure({ onAdd }: { readonly onAdd: (item: PlanItem) => void }) {
  const { say } = useWords();
  const { newId } = useServices();
  const [name, setName] = useState('');
  const [drafts, setDrafts] = useState(NOTHING);
  const figures = FIGURES.map(([key, label, most]) => {
    const figure = storedFrom(drafts[key], AS_STORED);
    return { key, label, figure, isRefused: figure === undefined || (figure !== null && figure > most) };
  });
  const isWhole = name.trim() !== '' && figures.every(({ isRefused }) => !isRefused);
  return (
    <form
      className="own-measure"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        const given = figures.filter(({ figure }) => typeof figure === 'number');
        const own = { name: name.trim(), ...Object.fromEntries(given.map(({ key, figure }) => [key, figure])) };
        onAdd({ id: newId('own'), locked: true, own });
        setName('');
        setDrafts(NOTHING);
      }}
    >
      <label className="field">
        <span className="field-label">{say('add-own-measure')}</span>
        <input type="text" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      {figures.map(({ key, label, isRefused }) => (
        <label key={key} className="field own-figure">
          <span className="field-label">{say(label)}</span>
          <input
            type="text"
            inputMode="decimal"
            value={drafts[key]}
            aria-invalid={isRefused ? true : undefined}
            onChange={({ target }) => setDrafts({ ...drafts, [key]: target.value })}
          />
        </label>
      ))}
      <button type="submit" disabled={!isWhole}>
        {say('add')}
      </button>
    </form>
  );
}
