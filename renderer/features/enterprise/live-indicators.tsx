import { computed, grouped, significant } from '#assessments/reporting/shown-figure.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { indicatorTerms, type IndicatorTerms } from './indicator-terms.ts';

/** What the figures come to, while they are typed. */
export function LiveIndicators() {
  const { say, language } = useWords();
  const { mill } = useRecord();
  const words = wordsIn(language);
  const entries = Object.entries(mill.scores.indicators);
  const known = entries.filter(([, { value }]) => value !== null);
  return (
    <aside className="aside" tabIndex={0} aria-label={say('live-indicators')}>
      <h2>{say('live-indicators')}</h2>
      <p className="hint">{say('known-indicators', { known: known.length, all: entries.length })}</p>
      <dl className="figures">
        {known.map(([id, { value, unit }]) => {
          const terms = indicatorTerms(id, mill);
          return (
            <div key={id}>
              <dt>
                {words.indicator(id)}
                {terms === null ? null : <small className="indicator-terms">{divided(terms)}</small>}
              </dt>
              <dd>
                {computed(value ?? 0)} {words.unit(unit)}
              </dd>
            </div>
          );
        })}
      </dl>
    </aside>
  );

  function divided({ over, under }: IndicatorTerms): string {
    const [a, b] = [over, under].map(({ value, unit, isStandard }) =>
      say(isStandard ? 'indicator-term-standard' : 'indicator-term', {
        value: grouped(value < 1000 ? significant(value) : Math.round(value)),
        unit: words.unit(unit),
      }),
    );
    return `${a} ÷ ${b}`;
  }
}
