import { demoMark } from '../chapters/cover.ts';
import type { Mill } from '../report-input.ts';
import type { PageCell, WorkbookPage } from '../report-workbook.ts';
import type { TextId } from '../words.ts';

/** A sheet as the cover tells it. */
export interface ListedSheet {
  readonly name: string;
  /** What it is for. */
  readonly purpose: TextId;
}

const WIDTHS = [20, 84] as const;

/** The first sheet: whose figures these are, of when, by what; then what each sheet is for, and how it is read. */
export function coverSheet(mill: Mill, sheets: readonly ListedSheet[]): WorkbookPage {
  const { words, name, dossier, diagnosis, result, topics } = mill;
  const across = (value: string, look: 'title' | 'heading' | 'text' | 'muted'): PageCell[] =>
    value === '' ? [] : [{ value, look, span: 2 }];
  const line = (label: TextId, value: string): PageCell[] => [
    { value: words.say(label), look: 'label' },
    { value, look: 'text' },
  ];
  const versions = topics.map((topic) => `${words.pick(topic.pack.shortName)} ${topic.result.version}`);
  return {
    kind: 'page',
    name: words.say('sheet-cover'),
    widths: WIDTHS,
    rows: [
      across(words.say('workbook-title'), 'title'),
      across(name, 'heading'),
      across(demoMark(mill), 'text'),
      [],
      line('cover-date', result.asOf),
      line('cover-year', String(diagnosis.year)),
      line('cover-number', `${dossier.id}/${diagnosis.id}`),
      line('workbook-method', words.list([result.method, ...versions])),
      line('workbook-hash', result.inputHash),
      [],
      across(words.say('workbook-sheets'), 'heading'),
      ...sheets.map((sheet): PageCell[] => [
        { value: sheet.name, look: 'link', link: sheet.name },
        { value: words.say(sheet.purpose), look: 'text' },
      ]),
      [],
      across(words.say('workbook-reading'), 'heading'),
      ...(['workbook-rounded', 'workbook-unknown', 'workbook-star', 'workbook-edit'] as const).map((id) =>
        across(words.say(id), 'text'),
      ),
    ],
  };
}
