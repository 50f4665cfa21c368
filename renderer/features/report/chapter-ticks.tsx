import type { ReportChapter } from '#assessments/reporting/report-input.ts';
import { useWords } from '../../i18n/use-words.ts';

interface ChapterTicksProps {
  readonly offered: readonly ReportChapter[];
  readonly chosen: readonly ReportChapter[];
  /** How many photos there are to show. */
  readonly photos: number;
  readonly onChange: (chosen: readonly ReportChapter[]) => void;
}

/** Which chapters the report has, in their order. */
export function ChapterTicks({ offered, chosen, photos, onChange }: ChapterTicksProps) {
  const { say } = useWords();
  return (
    <fieldset className="ticks">
      <legend>{say('chapters')}</legend>
      {offered.map((chapter) => (
        <label key={chapter}>
          <input
            type="checkbox"
            checked={chosen.includes(chapter)}
            onChange={() =>
              onChange(offered.filter((candidate) => (candidate === chapter) !== chosen.includes(candidate)))
            }
          />
          <span>{chapter === 'photos' ? say('chapter-photos', { count: photos }) : say(`chapter-${chapter}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
