import { grouped } from '#assessments/reporting/shown-figure.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import type { NumericFactId } from '#assessments/schema/facts.ts';
import { namesAllKinds, type MachineLine } from '#assessments/schema/machines.ts';
import { useRecord } from '../../../app/use-record.ts';
import { knownIds } from '../../../documents/composer/known-ids.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { FactWarnings } from '../fact-warnings.tsx';
import { registerSums, type RegisterSum } from './register-sums.ts';

interface SumsTableProps {
  readonly lines: readonly MachineLine[];
  readonly complete: readonly string[];
}

/** What the register comes to, beside the numbers of equipment that were typed themselves. */
export function SumsTable({ lines, complete }: SumsTableProps) {
  const { say, pick } = useWords();
  const { record, diagnosis, dossier } = useRecord();
  const sums = registerSums(lines, knownIds.machines);
  const given = dossier.facts[String(diagnosis.year)];
  if (sums.length === 0) return null;
  return (
    <section className="fact-group" aria-labelledby="register-sums">
      <h2 id="register-sums">{say('register-sums')}</h2>
      <table className="register-sums">
        <thead>
          <tr>
            <th scope="col">{say('sums-fact')}</th>
            <th scope="col">{say('sums-register')}</th>
            <th scope="col">{say('sums-given')}</th>
            <th scope="col">{say('sums-use')}</th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.fact}>
              <th scope="row">
                {pick(factSheet[sum.fact].label)} <small>{pick(factSheet[sum.fact].where)}</small>
              </th>
              <td>{sum.sum === null ? say('sum-unknown', { lines: sum.silent }) : grouped(sum.sum)}</td>
              <td>{shown(given?.[sum.fact])}</td>
              <td>
                {useOf(sum)}
                <FactWarnings fact={sum.fact} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function useOf({ fact, sum }: RegisterSum) {
    if (given?.[fact] !== undefined)
      return (
        <>
          {say('sum-given')}{' '}
          {sum !== null && namesAllKinds(complete) ? (
            <button type="button" className="quiet" onClick={() => takeOff(fact)}>
              {say('use-register')}
              <span className="unseen"> {pick(factSheet[fact].label)}</span>
            </button>
          ) : null}
        </>
      );
    if (sum === null) return null;
    return say(namesAllKinds(complete) ? 'sum-used' : 'sum-waits');
  }

  function shown(figure: number | undefined): string {
    return figure === undefined ? '—' : grouped(figure);
  }

  function takeOff(fact: NumericFactId) {
    record.facts(diagnosis.year, ({ [fact]: _given, ...others }) => others);
  }
}
