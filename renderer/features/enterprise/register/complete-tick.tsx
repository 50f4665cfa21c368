import { ALL_KINDS, namesAllKinds } from '#assessments/schema/machines.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useKindName } from './use-kind-name.ts';
import type { useRegister } from './use-register.ts';

/** Whether the register names every machine; taken back, it says again of which kinds it did before. */
export function CompleteTick({ register }: { readonly register: ReturnType<typeof useRegister> }) {
  const { say, language } = useWords();
  const nameOf = useKindName();
  const { complete, completeBefore, setComplete } = register;
  const isComplete = namesAllKinds(complete);
  return (
    <section className="fact-group">
      <label className="register-complete">
        <input
          type="checkbox"
          checked={isComplete}
          onChange={() => setComplete(isComplete ? completeBefore.current : [ALL_KINDS])}
        />
        <span>{say('register-complete')}</span>
      </label>
      <p className="hint">
        {isComplete || complete.length === 0
          ? say('register-complete-hint')
          : say('register-complete-kinds', { kinds: wordsIn(language).list(complete.map(nameOf)) })}
      </p>
    </section>
  );
}
