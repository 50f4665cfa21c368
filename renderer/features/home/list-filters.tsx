import { shippedPacks } from '#assessments/packs/registry.ts';
import { TOPIC_IDS } from '#assessments/schema/ids.ts';
import { CITIES, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { Select } from '../../ui/select.tsx';
import { levelOf, NO_LEVEL, WORK_STATES, type Wanted } from './listing.ts';

interface ListFiltersProps {
  /** All rows, for the levels that there are to choose from. */
  readonly rows: readonly EnterpriseRow[];
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

/** What the list is asked for: words, city, sub-sector, the level of a topic, and how far the work is. */
export function ListFilters({ rows, wanted, onChange }: ListFiltersProps) {
  const { say, pick } = useWords();
  const change = (part: Partial<Wanted>) => onChange({ ...wanted, ...part });
  const found = rows.map((row) => levelOf(row, wanted.topic)).filter((level) => level !== null);
  const asked = wanted.level === '' || wanted.level === NO_LEVEL ? [] : [Number(wanted.level)];
  const levels = [...new Set([...found, ...asked])].sort((a, b) => a - b);
  return (
    <div className="filters" role="group" aria-label={say('filters')}>
      <input
        type="search"
        value={wanted.text}
        placeholder={say('search-enterprise')}
        aria-label={say('search-enterprise')}
        onChange={(event) => change({ text: event.target.value })}
      />
      <Select
        hideLabel
        label={say('city')}
        value={wanted.city}
        empty={say('any-city')}
        options={CITIES.map((value) => ({ value, label: value }))}
        onChange={(city) => change({ city })}
      />
      <Select
        hideLabel
        label={say('sub-sectors')}
        value={wanted.sector}
        empty={say('any-sub-sector')}
        options={SUB_SECTORS.map((value) => ({ value, label: say(`sector-${value}`) }))}
        onChange={(sector) => change({ sector })}
      />
      <Select
        hideLabel
        label={say('level-of')}
        value={wanted.topic}
        empty={say('lowest-level')}
        options={TOPIC_IDS.map((value) => ({ value, label: pick(shippedPacks[value].shortName) }))}
        onChange={(topic) => change({ topic })}
      />
      <Select
        hideLabel
        label={say('level-wanted')}
        value={wanted.level}
        empty={say('any-level')}
        options={[
          ...levels.map((level) => ({ value: String(level), label: say('level', { level }) })),
          { value: NO_LEVEL, label: say('no-level') },
        ]}
        onChange={(level) => change({ level })}
      />
      <Select
        hideLabel
        label={say('work-state')}
        value={wanted.state}
        empty={say('any-state')}
        options={WORK_STATES.map((value) => ({ value, label: say(`state-${value}`) }))}
        onChange={(state) => change({ state })}
      />
    </div>
  );
}
