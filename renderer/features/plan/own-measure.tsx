import { useState } from 'react';
import type { PlanItem } from '#assessments/schema/plan.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Adds a measure of the enterprise's own; what it costs and brings is said in its drawer, its effect is not scored. */
export function OwnMeasure({ onAdd }: { readonly onAdd: (item: PlanItem) => void }) {
  const { say } = useWords();
  const { newId } = useServices();
  const [name, setName] = useState('');
  return (
    <form
      className="own-measure"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onAdd({ id: newId('own'), locked: true, own: { name: name.trim() } });
        setName('');
      }}
    >
      <label className="field">
        <span className="field-label">{say('add-own-measure')}</span>
        <input type="text" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" disabled={name.trim() === ''}>
        {say('add')}
      </button>
    </form>
  );
}
