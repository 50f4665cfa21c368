import { DRAWS } from '#assessments/planning/firmness.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { FirmnessState } from './use-firmness.ts';

interface FirmnessLineProps {
  readonly state: FirmnessState;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

/** How firm the measures are: asked for, under way, or why it failed. */
export function FirmnessLine({ state, onStart, onStop }: FirmnessLineProps) {
  const { say } = useWords();
  if (state.kind === 'drawn')
    return (
      <p className="firmness">
        <label>
          {say('firm-drawing', { done: state.done, draws: DRAWS })} <progress max={DRAWS} value={state.done} />
        </label>
        <button type="button" onClick={onStop}>
          {say('firm-stop')}
        </button>
      </p>
    );
  return (
    <p className="firmness">
      <button type="button" onClick={onStart}>
        {say('firm-start')}
      </button>
      <span className="hint">{say('firm-hint', { draws: DRAWS })}</span>
      {state.kind === 'failed' ? (
        <span role="alert" className="tone-bad">
          {say('firm-failed', { reason: state.reason })}
        </span>
      ) : null}
    </p>
  );
}
