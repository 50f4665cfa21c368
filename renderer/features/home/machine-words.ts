import { grouped } from '#assessments/reporting/shown-figure.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import { ALL_KINDS, type MachineLine, type SystemLine } from '#assessments/schema/machines.ts';
import type { WindowWords } from '../../i18n/use-words.ts';
import { knownIds } from '../../documents/composer/known-ids.ts';

/** A line of the machine register with all that it says, so that two that differ read differently. */
export function machineText(line: MachineLine, words: WindowWords): string {
  const { say, pick, language } = words;
  const kind = knownIds.machines.get(line.kind);
  const unit = kind === undefined ? '' : wordsIn(language).unit(kind.unit);
  const counts = [
    [say('place-digital'), line.digital],
    [say('place-networked'), line.networked],
    [say('place-on-cloud'), line.onCloud],
    ...Object.entries(line.with ?? {}).map(([id, count]) => [pick(kind?.features.get(id)?.name), count] as const),
  ] as const;
  return withDetails(`${kindName(line.kind, words)} ${grouped(line.count)} ${unit}`, words, [
    line.since === undefined ? '' : `${say('place-since')} ${line.since}`,
    ...counts.map(([name, count]) => (count === undefined ? '' : `${name} ${grouped(count)}`)),
    line.note ?? '',
  ]);
}

/** What a kind of machine is called; in `machines.complete` one word stands for all of them. */
export function kindName(kind: string, { say, pick }: WindowWords): string {
  return kind === ALL_KINDS ? say('all-kinds') : pick(knownIds.machines.get(kind)?.name);
}

/** A software system with all that is said of it. */
export function systemText({ kind, name, since, scope, cloud }: SystemLine, words: WindowWords): string {
  const { say } = words;
  const { say: said } = wordsIn(words.language);
  return withDetails(said(`system-${kind}`), words, [
    name ?? '',
    since === undefined ? '' : `${say('place-since')} ${since}`,
    scope ?? '',
    cloud === undefined ? '' : said(cloud ? 'system-on-cloud' : 'system-on-site'),
  ]);
}

function withDetails(line: string, { say }: WindowWords, details: readonly string[]): string {
  const given = details.filter((detail) => detail !== '');
  return given.length === 0 ? line : say('line-with-details', { line, details: given.join(say('list-separator')) });
}
