import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Dossier } from '#assessments/schema/dossier.ts';
import { revisionAfter, revisionOf } from '#assessments/schema/revision.ts';
import { newestFirst, readCopyName } from '#electron/host/backup/copy-name.ts';
import { sha256Of } from '#electron/host/files/sha256.ts';
import { mirrorStore } from '#electron/host/backup/mirror.ts';
import type { EnterpriseRow } from '#renderer/storage/database.ts';
import { compareWithMirror } from '#renderer/storage/lost-enterprises.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const DAY = 24 * 3600 * 1000;
const RUNS = process.env['ZHIZHEN_SOAK'] === undefined ? 20 : 300;
const IDS = ['ent-1', 'ent-2'];
const root = mkdtempSync(join(tmpdir(), 'zhizhen-newest-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What may happen to the copies of an enterprise, but for those of its latest revision, which are whole though moved. */
const TROUBLES = [
  'rename the folder',
  'copy the folder',
  'rename a file',
  'damage old ones',
  'delete old ones',
] as const;

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('edit'),
      id: fc.constantFrom(...IDS),
      name: fc.nat(30),
      isCopied: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock'), days: fc.integer({ min: -4000, max: 13_000 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('keep the profile') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('put a profile back'), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose the database') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('trouble'),
      id: fc.constantFrom(...IDS),
      trouble: fc.constantFrom(...TROUBLES),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('start'), isAccepted: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Real copies on the disk; the database is a map, as what it holds is the matter. */
class Computer {
  /** How often a copy had to be offered because the database held no such state. */
  wanted = 0;
  readonly #folder = mkdtempSync(join(root, 'run-'));
  #now = Date.UTC(2026, 10, 25, 8);
  #edits = 0;
  #moves = 0;
  #rows: ReadonlyMap<string, Dossier> = new Map();
  readonly #profiles: ReadonlyMap<string, Dossier>[] = [];
  /** All that was ever copied, by enterprise. */
  readonly #copied = new Map<string, Dossier[]>();
  readonly #mirror = mirrorStore({ folder: this.#folder, now: () => this.#now });

  async does(one: Step): Promise<void> {
    this.#now += 60_000;
    if (one.kind === 'edit' && 'isCopied' in one) await this.#edit(one.id, one.name, one.isCopied);
    if (one.kind === 'clock' && 'days' in one) this.#now += one.days * DAY;
    if (one.kind === 'keep the profile') this.#profiles.push(this.#rows);
    if (one.kind === 'put a profile back' && 'which' in one) {
      this.#rows = this.#profiles[one.which] ?? this.#rows;
      await this.#starts(false);
    }
    if (one.kind === 'lose the database') {
      this.#rows = new Map();
      await this.#starts(true);
    }
    if (one.kind === 'trouble' && 'trouble' in one) this.#trouble(one.id, one.trouble);
    if (one.kind === 'start' && 'isAccepted' in one) await this.#starts(one.isAccepted);
  }

  async #edit(id: string, length: number, isCopied: boolean): Promise<void> {
    const before = this.#rows.get(id) ?? Dossier.parse(dossierJson({ id }));
    const name = `${(this.#edits += 1)}${'名'.repeat(length)}`;
    const after = { ...before, enterprise: { ...before.enterprise, name }, revision: revisionAfter(before) };
    this.#put(after);
    if (isCopied) await this.#copy(after);
  }

  #put(dossier: Dossier): void {
    this.#rows = new Map(this.#rows).set(dossier.id, dossier);
  }

  async #copy(dossier: Dossier): Promise<void> {
    expect(await this.#mirror.mirrorDossier({ id: dossier.id, dossier: mirrorText(dossier) })).toMatchObject({
      kind: 'done',
    });
    this.#copied.set(dossier.id, [...(this.#copied.get(dossier.id) ?? []), dossier]);
  }

  /** The program is opened: what was copied of the latest revision is in the database or offered, or what follows it is there. */
  async #starts(isAccepted: boolean): Promise<void> {
    const { lost, uncopied, unreadable } = await compareWithMirror(this.#mirror, {
      list: () =>
        Promise.resolve([...this.#rows.keys()].map((id) => ({ id, changedAt: 1 }) as unknown as EnterpriseRow)),
      read: (id) => Promise.resolve(this.#rows.get(id) ?? null),
    });
    expect(unreadable).toEqual([]);
    for (const [id, copied] of this.#copied) {
      const held = this.#rows.get(id);
      const latest = Math.max(...copied.map(revisionOf));
      if (held !== undefined && revisionOf(held) > latest) continue;
      const latestTexts = copied.filter((one) => revisionOf(one) === latest).map(mirrorText);
      const notHeld = new Set(
        latestTexts.filter((text) => held === undefined || text !== mirrorText(held)).map(sha256Of),
      );
      if (notHeld.size === 0) continue;
      this.wanted += 1;
      const offered = lost.find((one) => one.id === id);
      expect(notHeld, `${id} ${latest}`).toContain(offered?.sha256);
      const sha256 = offered?.sha256 ?? '';
      expect(await this.#mirror.readMirror({ id, sha256 })).toMatchObject({ kind: 'done' });
    }
    for (const id of uncopied) await this.#copy(this.#rows.get(id) as Dossier);
    if (isAccepted) for (const { id, sha256 } of lost) await this.#takeBack(id, sha256);
  }

  async #takeBack(id: string, sha256: string): Promise<void> {
    const read = await this.#mirror.readMirror({ id, sha256 });
    if (read.kind !== 'done') throw new Error(JSON.stringify(read));
    const copy = Dossier.parse(JSON.parse(read.value));
    const before = this.#rows.get(id);
    this.#put(before === undefined ? copy : { ...copy, revision: revisionAfter(copy, before) });
  }

  #trouble(id: string, trouble: (typeof TROUBLES)[number]): void {
    const copied = this.#copied.get(id);
    if (copied === undefined) return;
    const latest = Math.max(...copied.map(revisionOf));
    const found = readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => ({ folder: entry.parentPath, name: entry.name, copy: readCopyName(entry.name) }));
    const mine = found
      .flatMap((one) => (one.copy?.mill === sha256Of(id).slice(0, 16) ? { ...one, copy: one.copy } : []))
      .sort((a, b) => newestFirst(a.copy, b.copy));
    const [newest] = mine;
    if (newest === undefined) return;
    const place = newest.folder;
    this.#moves += 1;
    const unused = join(this.#folder, `副本 ${this.#moves}`);
    const old = mine.filter(({ copy }) => copy.revision < latest).map(({ folder, name }) => join(folder, name));
    if (trouble === 'rename the folder') renameSync(place, unused);
    if (trouble === 'copy the folder') cpSync(place, unused, { recursive: true });
    if (trouble === 'rename a file')
      renameSync(join(place, newest.name), join(place, `${newest.name.slice(0, 40)} (${this.#moves}).json`));
    if (trouble === 'damage old ones') for (const path of old) writeFileSync(path, '\0');
    if (trouble === 'delete old ones') for (const path of old) rmSync(path);
  }
}

describe('the newest state that was ever copied', () => {
  it(
    'is in the database or offered, whatever clocks, profiles and copies went through',
    { timeout: 600_000 },
    async () => {
      let wanted = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
          const computer = new Computer();
          for (const one of [...steps, { kind: 'start', isAccepted: false }]) await computer.does(one as Step);
          wanted += computer.wanted;
        }),
        { numRuns: RUNS },
      );
      expect(wanted).toBeGreaterThan(RUNS / 4);
    },
  );
});
