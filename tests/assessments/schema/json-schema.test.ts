import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '#electron/cli/write-schema.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

interface Mapping {
  readonly fileMatch: readonly string[];
  readonly url: string;
}

const validators = new Map(
  Object.entries(jsonSchemas()).map(([name, text]) => [
    name.replace('.schema.json', ''),
    new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object),
  ]),
);
const settings = JSON.parse(readFileSync(join(PROJECT, '.vscode', 'settings.json'), 'utf8')) as {
  'json.schemas': readonly Mapping[];
};
const mappings = settings['json.schemas'].map(({ fileMatch, url }) => ({
  schema: basename(url, '.schema.json'),
  url,
  maps: (path: string) => fileMatch.reduce((is, pattern) => matched(path, pattern) ?? is, false),
}));
const mapped = ['assessments', 'renderer', 'electron', 'seeds']
  .flatMap((floor) =>
    readdirSync(join(PROJECT, floor), { recursive: true, encoding: 'utf8' }).map((path) => join(floor, path)),
  )
  .filter((path) => path.endsWith('.json') && !path.endsWith('tsconfig.json'))
  .sort()
  .map((path) => ({ path, schemas: mappings.filter(({ maps }) => maps(path)).map(({ schema }) => schema) }));

/** Whether a pattern of the editor takes a path in or, with `!`, out; undefined where it says nothing of it. */
function matched(path: string, pattern: string): boolean | undefined {
  const isOut = pattern.startsWith('!');
  const source = pattern
    .replace('!', '')
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(.+/)?')
    .replaceAll(/(?<!\+\/\))(?<!\.)\*/g, '[^/]*');
  return new RegExp(`^${source}$`).test(path) ? !isOut : undefined;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(PROJECT, path), 'utf8'));
}

/** What is wrong with a value by the schema of a name; none where it is right. */
function errorsOf(schema: string, value: unknown): string[] {
  const validate = validators.get(schema);
  if (validate === undefined) return [`no schema ${schema}`];
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describe('the editor settings', () => {
  it('map every data file to one schema', () => {
    expect(mapped.length).toBeGreaterThan(60);
    expect(mapped.filter(({ schemas }) => schemas.length !== 1)).toEqual([]);
  });

  it('name every schema but that of the result, where it stands', () => {
    expect(mappings.map(({ schema }) => schema).sort()).toEqual(
      [...validators.keys()].filter((name) => name !== 'result').sort(),
    );
    for (const { url, schema } of mappings) expect(url).toBe(`./docs/schema/${schema}.schema.json`);
  });

  it('agree with what a file says of itself', () => {
    const saying = mapped.flatMap(({ path, schemas }) => {
      const { $schema: address } = read(path) as { $schema?: string };
      return address === undefined ? [] : [{ path, schemas, address }];
    });
    expect(saying.length).toBeGreaterThan(15);
    for (const { path, schemas, address } of saying)
      expect(relative(PROJECT, resolve(PROJECT, dirname(path), address)), path).toBe(
        join('docs', 'schema', `${schemas[0] ?? ''}.schema.json`),
      );
  });
});

describe('the JSON Schemas', () => {
  it.each(mapped)('accept $path', ({ path, schemas }) => {
    expect(errorsOf(schemas[0] ?? '', read(path))).toEqual([]);
  });

  it('accept the results of the demo mills', () => {
    for (const { result } of demoMills()) expect(errorsOf('result', result)).toEqual([]);
  });

  /** A way to a place of the first file of a schema, and what cannot stand there. */
  const WRONG: Readonly<Record<string, readonly [place: string, value: unknown]>> = {
    dossier: ['facts/2025/nonsense', 1],
    pack: ['levels/thresholds', 'high'],
    questions: ['0/form/kind', 'guess'],
    scenes: ['0/levels', []],
    guidance: ['CL-APP-01/why/en', ''],
    measures: ['measures/0/cost/fixed/low', -1],
    policies: ['policies/0/validUntil', 5],
    'machine-kinds': ['kinds/0/unit', 'dozen'],
    'machine-features': ['features/0/matters', ['colour']],
    regions: ['cities/0/name', 'Atlantis'],
    'fact-sheet': ['water.price/where', 'there'],
    plausibility: ['changeFactor/value', 1],
    'size-classes': ['classes/0/id', 'huge'],
    'process-steps': ['steps/0/always', ['knitting-by-hand']],
    'architecture-layers': ['layers/0/systems', ['telegraph']],
    texts: ['not-started/fr', 'non commencé'],
  };

  it.each(mappings)('of $schema refuses a file that is wrong', ({ schema }) => {
    const [place, value] = WRONG[schema] ?? ['', null];
    const right = read(mapped.find(({ schemas }) => schemas.includes(schema))?.path ?? '');
    const wrong = structuredClone(right);
    const steps = place.split('/');
    const last = steps.pop() ?? '';
    const holder = steps.reduce((at, step) => at[step] as Record<string, unknown>, wrong as Record<string, unknown>);
    holder[last] = value;
    expect(errorsOf(schema, right)).toEqual([]);
    expect(errorsOf(schema, wrong)).not.toEqual([]);
  });
});
