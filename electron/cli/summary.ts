import { packList } from '#assessments/packs/registry.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import type { Pack } from '#assessments/schema/pack.ts';
import type { PackResult, Result } from '#assessments/schema/result.ts';
import { shownFigure, shownScore } from '#assessments/scoring/shown-number.ts';
import { questionCounts } from '#assessments/scoring/question-counts.ts';
import { gapsOf, type Gap } from '#assessments/scoring/gaps.ts';
import { bareLevelName, levelName, officialLevelName } from '#assessments/scoring/level-name.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { cut, text } from './text.ts';

const SHOWN_GAPS = 3;

/** What standard output says of one diagnosis: a table of its packs, the heaviest gaps, warnings. */
export function summaryLines(
  { dossier, diagnosis, packs, pinned }: ScoredMill,
  result: Result,
  language: Language,
): string[] {
  const scored = packList(packs).filter((pack) => result.packs[pack.id] !== undefined);
  const gaps = gapsOf(result, pinned).slice(0, SHOWN_GAPS);
  return [
    `${cut(dossier.enterprise.name)} (${dossier.id}/${cut(diagnosis.id)}, ${diagnosis.year})`,
    ...table([
      [
        text('column-pack', language),
        text('column-score', language),
        text('column-level', language),
        text('column-gates', language),
        text('column-completeness', language),
      ],
      ...scored.map((pack) =>
        packRow(
          pack,
          result.packs[pack.id],
          officialLevelName(pack, result.indicative.gbt39116?.level, language),
          language,
        ),
      ),
    ]),
    ...(gaps.length === 0 ? [] : [text('gaps', language)]),
    ...gaps.map((gap, i) => gapLine(gap, i + 1, packs[gap.pack], language)),
    ...result.warnings.map(({ path, message }) =>
      text('warning', language, { path: cut(path), message: cut(message) }),
    ),
  ];
}

function packRow(pack: Pack, result: PackResult | undefined, official: string | null, language: Language): string[] {
  if (result === undefined) return [];
  return [
    pack.name[language],
    shownScore(result.score),
    levelText(pack, result, official, language),
    gatesText(result, language),
    text('completeness', language, { ...questionCounts(result.counts) }),
  ];
}

function levelText(
  pack: Pack,
  { level, levelIfUnknownsGoWell: best }: PackResult,
  official: string | null,
  language: Language,
): string {
  if (level === null) return text('no-level', language);
  const name = levelName(pack.levels, level, language);
  const own =
    best === null || best === level
      ? name
      : text('level-up-to', language, { name, best: bareLevelName(pack.levels, best, language) });
  return official === null ? own : `${own} ${official}`;
}

function gatesText({ gates }: PackResult, language: Language): string {
  const asked = gates.filter((gate) => gate.state !== 'not-applicable');
  if (asked.length === 0) return text('no-level', language);
  const count = (state: string) => asked.filter((gate) => gate.state === state).length;
  const met = count('met');
  if (met === asked.length) return text('gates-met', language, { met, all: asked.length });
  return text('gates-open', language, { met, all: asked.length, failed: count('failed'), unknown: count('unknown') });
}

function gapLine(gap: Gap, rank: number, pack: Pack, language: Language): string {
  const stem = stemOf(pack, gap.question)?.[language] ?? '';
  const said = { rank, pack: pack.shortName[language], id: gap.question, stem };
  return gap.kind === 'points'
    ? text('gap', language, { ...said, size: shownFigure(gap.size) })
    : text(gap.kind, language, said);
}

function stemOf(pack: Pack, question: string) {
  const kpis = 'kpis' in pack ? pack.kpis : [];
  return (
    pack.questions.find((candidate) => candidate.id === question)?.stem ?? kpis.find((kpi) => kpi.id === question)?.name
  );
}

/** Columns padded to the width that a terminal gives them: a wide character takes two cells. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => cells(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - cells(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function cells(value: string): number {
  return [...value].reduce(
    (width, c) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );
}
