import { PACK_IDS, type PackId } from '../schema/ids.ts';
import type { GreenPack, LadderPack, Pack, Question, SmePack, WaterPack } from '../schema/pack.ts';
import type { Help, Release } from './release.ts';

/** One pack of each topic. */
export interface PackSet {
  readonly 'intelligent-manufacturing': LadderPack;
  readonly 'cloud-adoption': LadderPack;
  readonly 'water-efficiency': WaterPack;
  readonly 'green-factory': GreenPack;
  readonly 'sme-digital-level': SmePack;
}

/** The versions that a diagnosis pins, by pack. */
export type Pins = Readonly<Partial<Record<PackId, string>>>;

/** What a diagnosis is scored with. */
export interface PinnedPacks {
  /** Of the packs that it pins those versions; of the others those that the pinned ones lean on. */
  readonly packs: PackSet;
  /** The packs that it pins in a version that was released, in the order of the packs. */
  readonly pinned: readonly PackId[];
  /** The questions of these packs by id. */
  readonly questions: ReadonlyMap<string, Question>;
}

/** Every released version of every pack; which of them a diagnosis is scored with is said here and nowhere else. */
export class PackLibrary {
  readonly #releases = new Map<PackId, readonly Release[]>();
  readonly #pinned = new Map<string, PinnedPacks>();
  readonly #packsByQuestion = new Map<string, PackId>();
  /** Of every id that any version has, the question of the newest that has it. */
  readonly #newestQuestions = new Map<string, Question>();

  /** @throws where a pack has no release */
  constructor(releases: readonly Release[]) {
    for (const id of PACK_IDS) {
      const versions = releases.filter(({ pack }) => pack.id === id).sort((a, b) => byVersion(a.pack, b.pack));
      if (versions.length === 0) throw new Error(`no release of ${id}`);
      this.#releases.set(id, versions);
      for (const question of versions.flatMap(({ pack }) => pack.questions)) {
        this.#packsByQuestion.set(question.id, id);
        this.#newestQuestions.set(question.id, question);
      }
    }
  }

  /** A released version of a pack; undefined where there is none such. */
  pack<Id extends PackId>(id: Id, version: string): PackSet[Id] | undefined {
    return this.#release(id, version)?.pack as PackSet[Id] | undefined;
  }

  /** The released versions of a pack, the oldest first. */
  versions(id: PackId): string[] {
    return this.#of(id).map(({ pack }) => pack.version);
  }

  /** The newest version of every pack; what a new diagnosis pins. */
  get newest(): PinnedPacks {
    return this.pinnedBy(Object.fromEntries(PACK_IDS.map((id) => [id, this.#newestVersion(id)])));
  }

  /**
   * What a diagnosis with these pins is scored with. A pack that is not pinned, or in a version that never was released, is
   * none of its topics and stands in the version that the first pinned pack leans on, so that later releases change no
   * score; where nothing leans on it, in its newest.
   */
  pinnedBy(pins: Pins): PinnedPacks {
    const isReleased = (id: PackId, version: string | undefined) =>
      version !== undefined && this.#release(id, version) !== undefined;
    const pinned = PACK_IDS.filter((id) => isReleased(id, pins[id]));
    const leant = (id: PackId) =>
      pinned
        .map((other) => this.pack(other, pins[other] ?? '')?.leansOn[id])
        .find((version) => isReleased(id, version));
    const versions = PACK_IDS.map((id) => (pinned.includes(id) ? pins[id] : leant(id)) ?? this.#newestVersion(id));
    const key = JSON.stringify([pinned, versions]);
    const known = this.#pinned.get(key) ?? this.#put(pinned, versions);
    this.#pinned.set(key, known);
    return known;
  }

  /**
   * The question that a diagnosis with these pins means by an id: that of its version, else of the newest version that has
   * it; undefined for an id that no version has.
   */
  questionsFor(pins: Pins): (id: string) => Question | undefined {
    const { questions } = this.pinnedBy(pins);
    return (id) => questions.get(id) ?? this.#newestQuestions.get(id);
  }

  /** The pack that a question belongs to in any of its versions; undefined for an id that none has. */
  packOf(question: string): PackId | undefined {
    return this.#packsByQuestion.get(question);
  }

  /** Help beside the questions and KPIs of a set of packs, each in its version. */
  async help(packs: PackSet): Promise<Help> {
    const texts = packList(packs).map(async ({ id, version }) => (await this.#release(id, version)?.guidance()) ?? {});
    return Object.assign({}, ...(await Promise.all(texts))) as Help;
  }

  #put(pinned: readonly PackId[], versions: readonly string[]): PinnedPacks {
    const packs = Object.fromEntries(
      PACK_IDS.map((id, i) => [id, this.pack(id, versions[i] ?? '')]),
    ) as unknown as PackSet;
    const all = packList(packs).flatMap((pack) => pack.questions);
    return { packs, pinned, questions: new Map(all.map((question) => [question.id as string, question])) };
  }

  #of(id: PackId): readonly Release[] {
    return this.#releases.get(id) ?? [];
  }

  #release(id: PackId, version: string): Release | undefined {
    return this.#of(id).find(({ pack }) => pack.version === version);
  }

  #newestVersion(id: PackId): string {
    return this.#of(id).at(-1)?.pack.version ?? '';
  }
}

/** The packs of a set in their order. */
export function packList(packs: PackSet): readonly Pack[] {
  return Object.values(packs) as Pack[];
}

function byVersion(a: Pick<Pack, 'version'>, b: Pick<Pack, 'version'>): number {
  const [one, other] = [a, b].map(({ version }) => version.split('.').map(Number));
  const differences = (one ?? []).map((number, i) => number - (other?.[i] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
