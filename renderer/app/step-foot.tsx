import { Link, useLocation } from 'wouter';
import { useWords } from '../i18n/use-words.ts';
import { rememberedPlaceIn } from './remembered-place.ts';
import { STEPS, type Step } from './routes.ts';

/** Pages that have a foot of their own, which leads on by what is open. */
const WITH_OWN_FOOT: readonly Step[] = ['board', 'quick', 'questions'];

/** The step before and the one after, always in the same place at the foot of the page. */
export function StepFoot({ enterprise, step }: { readonly enterprise: string; readonly step: Step }) {
  const { say } = useWords();
  const [, navigate] = useLocation();
  if (WITH_OWN_FOOT.includes(step)) return null;
  const at = STEPS.findIndex((each) => each === step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1] ?? 'board'];
  return (
    <nav className="foot-bar step-foot" aria-label={say('step-foot')}>
      {before === undefined ? null : (
        <Link href={rememberedPlaceIn(enterprise, before)}>{say('step-back', { step: say(`step-${before}`) })}</Link>
      )}
      <button type="button" className="primary" onClick={() => navigate(rememberedPlaceIn(enterprise, after))}>
        {say('step-on', { step: say(`step-${after}`) })}
      </button>
    </nav>
  );
}
