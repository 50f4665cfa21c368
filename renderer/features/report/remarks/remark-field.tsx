import { useId } from 'react';
import { mostCharacters, type Remark, type RemarkPlace } from '#assessments/schema/remarks.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { DraftField } from '../../../ui/draft-field.tsx';
import type { RemarkActions } from './use-remarks.ts';

interface RemarkFieldProps {
  readonly place: RemarkPlace;
  readonly remark: Remark | undefined;
  /** The sentence that the data give today; empty where they give none. */
  readonly suggested: string;
  /** The data say something else now than when the text was kept. */
  readonly isOutdated: boolean;
  readonly actions: RemarkActions;
}

/** One text of the specialist: what they wrote, else the sentence from the data until they keep or change it. */
export function RemarkField({ place, remark, suggested, isOutdated, actions }: RemarkFieldProps) {
  const { say } = useWords();
  const state = useId();
  const name = say(`remark-place-${place}`);
  const isSuggestion = remark === undefined && suggested !== '';
  const button = (action: string, onClick: () => void) => (
    <button type="button" aria-label={say('remark-action', { action, place: name })} onClick={onClick}>
      {action}
    </button>
  );
  return (
    <div className={isSuggestion ? 'remark suggested' : 'remark'} role="group" aria-labelledby={state}>
      <DraftField
        multiline
        label={name}
        value={remark?.text ?? suggested}
        maxLength={mostCharacters(place)}
        onCommit={(text) => actions.write(text, suggested)}
      />
      <p className="remark-state">
        <span id={state}>
          {remark !== undefined
            ? say('remark-most', { most: mostCharacters(place) })
            : say(isSuggestion ? 'remark-suggested' : 'remark-nothing')}
        </span>
        {isSuggestion ? button(say('remark-keep'), () => actions.take(suggested)) : null}
        {remark === undefined ? null : button(say('remove'), actions.remove)}
      </p>
      {isOutdated ? (
        <div className="remark-outdated">
          <p className="tone-warning">{say('remark-outdated-note')}</p>
          <p>{suggested === '' ? say('remark-outdated-nothing') : say('remark-outdated-now', { text: suggested })}</p>
          <p className="buttons tight">
            {suggested === '' ? null : button(say('remark-replace'), () => actions.take(suggested))}
            {button(say('remark-confirm'), () => actions.confirm(suggested))}
          </p>
        </div>
      ) : null}
    </div>
  );
}
