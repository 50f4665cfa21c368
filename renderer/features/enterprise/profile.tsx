import type { Enterprise } from '#assessments/schema/dossier.ts';
import { CreditCode } from '#assessments/schema/credit-code.ts';
import { CITIES, PROCESSES, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import { problemText } from '#assessments/schema/problem.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import counties from '#seeds/regions/counties.json' with { type: 'json' };
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { DraftField } from '../../ui/draft-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { creditCodeOf } from './credit-code-of.ts';
import { withoutUndefined } from './without-undefined.ts';
import './enterprise.css';

/** Who the enterprise is, and what decides which questions it is asked. */
export default function Profile() {
  const { say, language } = useWords();
  const { dossier, diagnosis, record, readOnly } = useRecord();
  const { enterprise } = dossier;
  const words = wordsIn(language);
  const set = (part: Partial<Enterprise>) => record.enterprise((before) => withoutUndefined({ ...before, ...part }));
  const toggle = <T extends string>(list: readonly T[], item: T) =>
    list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
  const draft = enterprise['usccDraft'];
  const code = enterprise.uscc ?? (typeof draft === 'string' ? draft : '');
  const city = enterprise.region?.city;
  const places = counties.cities.find((candidate) => candidate.name === city);
  return (
    <main className="page narrow">
      <h1>{say('step-profile')}</h1>
      <fieldset disabled={readOnly} className="form">
        <DraftField
          label={say('name')}
          value={enterprise.name}
          maxLength={100}
          onCommit={(name) => name.trim() !== '' && set({ name: name.trim() })}
        />
        <CreditCodeField value={code} onCommit={(text) => set(creditCodeOf(text))} />
        <div className="field-row">
          <Select
            label={say('city')}
            value={city ?? ''}
            empty={say('not-chosen')}
            options={CITIES.map(plainOption)}
            onChange={(name) => set({ region: name === '' ? undefined : { city: name } })}
          />
          <Select
            label={say('county')}
            disabled={places === undefined}
            value={enterprise.region?.county ?? ''}
            empty={say('not-chosen')}
            options={[...(places?.counties ?? []), ...(places?.zones ?? [])].map(plainOption)}
            onChange={(county) =>
              set({ region: withoutUndefined({ ...enterprise.region, county: county || undefined }) })
            }
          />
          <Select
            label={say('year')}
            value={String(diagnosis.year)}
            options={yearsAround(diagnosis.year, diagnosis.openedOn).map(String).map(plainOption)}
            onChange={(year) =>
              record.diagnosis(diagnosis.id, (before) => ({ ...before, year: Number(year) as typeof before.year }))
            }
          />
        </div>
        <Ticks
          legend={say('sub-sectors')}
          all={SUB_SECTORS}
          ticked={enterprise.subSectors}
          name={(sector) => words.say(`sector-${sector}`)}
          onToggle={(sector) => set({ subSectors: toggle(enterprise.subSectors, sector) })}
        />
        <Ticks
          legend={say('processes')}
          all={PROCESSES}
          ticked={enterprise.processes}
          name={(process) => words.say(`process-${process}`)}
          onToggle={(process) => set({ processes: toggle(enterprise.processes, process) })}
        />
        <p className="hint">{say('profile-hint')}</p>
        {enterprise.subSectors.length === 0 ? <p className="tone-warning">{say('no-sector-yet')}</p> : null}
      </fieldset>
    </main>
  );
}

function CreditCodeField({ value, onCommit }: { readonly value: string; readonly onCommit: (text: string) => void }) {
  const { say, language } = useWords();
  return (
    <DraftField
      label={say('credit-code')}
      value={value}
      placeholder="91370000XXXXXXXXXX"
      invalid={
        value === '' || CreditCode.safeParse(value).success ? null : problemText({ code: 'bad-credit-code' }, language)
      }
      onCommit={onCommit}
    />
  );
}

const plainOption = <T extends string>(name: T) => ({ value: name, label: name });

function yearsAround(year: number, openedOn: string): number[] {
  const opened = Number(openedOn.slice(0, 4));
  return [...new Set([year, opened, opened - 1, opened - 2, opened - 3])].sort((a, b) => b - a);
}
