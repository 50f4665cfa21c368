import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';

type YesNoId = 'water.has-cooling' | 'water.has-steam';

/** Something the mill has or has not; unknown until said. */
export function YesNoFact({ id }: { readonly id: YesNoId }) {
  const { say, pick } = useWords();
  const { dossier, diagnosis, record } = useRecord();
  const stored = dossier.facts[String(diagnosis.year)]?.[id];
  return (
    <Choice
      label={pick(factSheet[id].label)}
      value={stored === undefined ? 'unknown' : stored ? 'yes' : 'no'}
      options={(['unknown', 'yes', 'no'] as const).map((value) => ({ value, label: say(`answer-${value}`) }))}
      onChange={(value) =>
        record.facts(diagnosis.year, ({ [id]: _old, ...others }) =>
          value === 'unknown' ? others : { ...others, [id]: value === 'yes' },
        )
      }
    />
  );
}
