import { useState } from 'react';
import { library } from '#assessments/packs/registry.ts';
import { movesBetween, withAnswersOf } from '#assessments/packs/upgrade.ts';
import { useRecord } from '../../app/use-record.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { newDiagnosis } from '../../storage/new-dossier.ts';
import { PackMoves } from './pack-moves.tsx';

/** Begins the next round from the answers of this one; where that moves to newer packs, what moves is shown first. */
export function NewRound() {
  const { say, pick } = useWords();
  const { diagnosis, record, readOnly } = useRecord();
  const { newId, today } = useServices();
  const [isLooking, setIsLooking] = useState(false);
  const next = newDiagnosis(newId('dia'), today());
  const moves = movesBetween(diagnosis.packs, next.packs, library);
  const begin = () => {
    setIsLooking(false);
    record.addDiagnosis(
      withAnswersOf(diagnosis, next, library, ({ after }) =>
        say('upgrade-remark', { pack: pick(after.shortName), version: after.version }),
      ),
    );
  };
  return (
    <>
      {moves.length === 0 ? null : (
        <p>
          {say('upgrade-offer', {
            list: moves
              .map(({ before, after }) =>
                say('upgrade-of', { pack: pick(after.shortName), from: before.version, to: after.version }),
              )
              .join(say('list-separator')),
          })}
        </p>
      )}
      <p>
        <button type="button" disabled={readOnly} onClick={moves.length === 0 ? begin : () => setIsLooking(true)}>
          {say(moves.length === 0 ? 'new-round' : 'upgrade-look')}
        </button>
      </p>
      <p className="hint">{say('new-round-hint')}</p>
      {isLooking ? <PackMoves moves={moves} onBegin={begin} onClose={() => setIsLooking(false)} /> : null}
    </>
  );
}
