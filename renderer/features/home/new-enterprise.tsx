import { Link } from 'wouter';
import { useEffect, useRef, useState } from 'react';
import { PROCESSES_OF, SUB_SECTORS, type Process, type SubSector } from '#assessments/schema/vocabulary.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { mayBeSameMill } from '#assessments/exchange/same-mill.ts';
import { rememberedPlace } from '../../app/remembered-place.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Ticks } from '../../ui/ticks.tsx';
import type { EnterpriseRow } from '../../storage/database.ts';

/** What is known of an enterprise when its diagnosis begins, and how it begins. */
export interface Beginning {
  readonly name: string;
  readonly subSectors: SubSector[];
  readonly processes: Process[];
  readonly way: Way;
}

const WAYS = ['quick', 'full'] as const;
type Way = (typeof WAYS)[number];

/** Asks what decides the questions: name, trades and their processes; and whether a quarter of an hour or the whole comes first. */
export default function NewEnterprise({
  rows,
  onCreate,
  onClose,
}: {
  /** All enterprises here, among which the name may stand already. */
  readonly rows: readonly EnterpriseRow[];
  /** Settles when it was tried, also in vain. */
  readonly onCreate: (beginning: Beginning) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { say, language } = useWords();
  const words = wordsIn(language);
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [subSectors, setSubSectors] = useState<SubSector[]>([]);
  const [chosen, setChosen] = useState<Process[]>([]);
  const [way, setWay] = useState<Way>('quick');
  const [created, setCreated] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const twins = rows.filter((row) => row.deletedAt === null && mayBeSameMill(row.base.enterprise, { name }));
  const offered = [...new Set(subSectors.flatMap((sector) => PROCESSES_OF[sector]))];
  // One process leaves nothing to choose.
  const processes = offered.length === 1 ? offered : chosen.filter((process) => offered.includes(process));
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="new-title" className="new-enterprise">
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '' || created) return;
          setCreated(true);
          void onCreate({ name: name.trim(), subSectors, processes, way }).then(() => setCreated(false));
        }}
      >
        <h2 id="new-title">{say('new-enterprise')}</h2>
        <label className="field">
          <span className="field-label">{say('name')}</span>
          <input type="text" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <div role="status">
          {twins.length === 0 ? null : (
            <p className="tone-warning">
              {say('twin-here')}{' '}
              {twins.map(({ id, base }) => (
                <Link key={id} className="twin-way" href={rememberedPlace(id)}>
                  {say('twin-open', { name: base.enterprise.name })}
                </Link>
              ))}
            </p>
          )}
        </div>
        <Ticks
          legend={say('sub-sectors')}
          all={SUB_SECTORS}
          ticked={subSectors}
          name={(sector) => words.say(`sector-${sector}`)}
          onToggle={(sector) => setSubSectors((before) => toggled(SUB_SECTORS, before, sector))}
        />
        {offered.length < 2 ? null : (
          <Ticks
            legend={say('processes')}
            all={offered}
            ticked={processes}
            name={(process) => words.say(`process-${process}`)}
            onToggle={(process) => setChosen(toggled(offered, processes, process))}
          />
        )}
        <fieldset className="ways">
          <legend>{say('way-legend')}</legend>
          {WAYS.map((each) => (
            <label key={each}>
              <input type="radio" name="way" checked={way === each} onChange={() => setWay(each)} />
              <span>
                {say(`way-${each}`)} <small>{say(`way-${each}-text`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {name.trim() !== '' && subSectors.length === 0 ? <p className="hint">{say('way-sector-hint')}</p> : null}
        <div className="buttons">
          <button type="submit" className="primary" disabled={name.trim() === '' || created}>
            {say('create')}
          </button>
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** What is ticked once one more is ticked or unticked, in the order in which all are offered. */
function toggled<T extends string>(all: readonly T[], ticked: readonly T[], one: T): T[] {
  return all.filter((each) => ticked.includes(each) !== (each === one));
}
