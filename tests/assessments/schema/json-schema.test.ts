import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { packList, shippedPacks } from '#assessments/packs/registry.ts';
import { jsonSchemas } from '#electron/cli/write-schema.ts';
import { machineFeatures, machineKindFiles } from '#seeds/machines/index.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

const schemas = jsonSchemas();
const validator = (name: string) =>
  new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(schemas[`${name}.schema.json`] ?? '{}') as object,
  );

describe('the JSON Schemas', () => {
  it('accept the demo dossiers, their results, the packs and the kinds of machines', () => {
    const dossier = validator('dossier');
    const folder = join(PROJECT, 'seeds', 'demo');
    for (const name of readdirSync(folder)) {
      expect(dossier(JSON.parse(readFileSync(join(folder, name), 'utf8'))), JSON.stringify(dossier.errors)).toBe(true);
    }
    const result = validator('result');
    for (const mill of demoMills()) expect(result(mill.result), JSON.stringify(result.errors)).toBe(true);
    const pack = validator('pack');
    for (const shipped of packList(shippedPacks)) expect(pack(shipped), JSON.stringify(pack.errors)).toBe(true);
    const kinds = validator('machine-kinds');
    for (const file of machineKindFiles) expect(kinds(file), JSON.stringify(kinds.errors)).toBe(true);
    const features = validator('machine-features');
    expect(features(machineFeatures), JSON.stringify(features.errors)).toBe(true);
  });

  it('refuse an unknown fact', () => {
    const dossier = validator('dossier');
    expect(
      dossier({
        format: 'zhizhen-dossier',
        version: 1,
        id: 'abc',
        enterprise: { name: 'x', subSectors: [], processes: [] },
        facts: { '2025': { nonsense: 1 } },
        diagnoses: [],
      }),
    ).toBe(false);
  });
});
