import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '#tests/support/cli.ts';

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

const FOLDERS = ['assessments', 'renderer', 'electron', 'seeds', 'packaging', 'tests'];
function cruise(tree: string): Cruise {
  const command = join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const run = spawnSync(
    process.execPath,
    [command, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...FOLDERS],
    {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  return JSON.parse(run.stdout) as Cruise;
}

/** Each breaks the rule of its name, by the file that it is put in. */
const CANARIES = {
  'domain-is-pure': {
    path: 'assessments/scoring/canary-reads.ts',
    content: "import { readFileSync } from 'node:fs';\nexport const canary = readFileSync;\n",
  },
  'scoring-below-planning': {
    path: 'assessments/scoring/canary-reports.ts',
    content: "export { reportOf } from '../reporting/documents-of.ts';\n",
  },
  'forms-below-scoring': {
    path: 'assessments/forms/canary.ts',
    content: "export { shippedPacks } from '../packs/registry.ts';\n",
  },
  'documents-know-the-report-only': {
    path: 'renderer/documents/canary.ts',
    content: "export { shippedPacks } from '#assessments/packs/registry.ts';\n",
  },
  'schema-is-the-base': {
    path: 'assessments/schema/canary.ts',
    content: "export { shippedPacks } from '../packs/registry.ts';\n",
  },
  'renderer-has-no-node': { path: 'renderer/canary.ts', content: "export { sep } from 'node:path';\n" },
  'no-orphan-resolution': {
    path: 'electron/cli/canary.ts',
    content: "export { nothing } from '#assessments/nowhere.ts';\n",
  },
} as const;

/** Puts the sources and all canaries into a folder. */
function copyWithCanaries(tree: string): void {
  for (const name of [
    ...FOLDERS,
    'types',
    'package.json',
    'tsconfig.json',
    'tsconfig.base.json',
    '.dependency-cruiser.mjs',
  ]) {
    cpSync(join(PROJECT, name), join(tree, name), { recursive: true });
  }
  symlinkSync(join(PROJECT, 'node_modules'), join(tree, 'node_modules'));
  for (const { path, content } of Object.values(CANARIES)) writeFileSync(join(tree, path), content);
}

describe('who may import whom', () => {
  const tree = mkdtempSync(join(tmpdir(), 'zhizhen-tree-'));
  let modules: Cruise['modules'] = [];
  let broken: Cruise['summary']['violations'] = [];
  beforeAll(() => {
    copyWithCanaries(tree);
    const found = cruise(tree);
    ({ modules } = found);
    broken = found.summary.violations;
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('holds where no canary is, and the modules behind it were really read', () => {
    const canaries: readonly string[] = Object.values(CANARIES).map(({ path }) => path);
    expect(broken.filter(({ from }) => !canaries.includes(from))).toEqual([]);
    const cli = modules.find((module) => module.source === 'electron/cli/diagnose.ts');
    expect(cli?.dependencies.map((dependency) => dependency.resolved)).toContain('assessments/scoring/result-of.ts');
    expect(modules.filter((module) => module.source.startsWith('assessments/')).length).toBeGreaterThan(80);
  });

  it.each(Object.entries(CANARIES))('is broken by a canary of %s', (rule, { path }) => {
    expect(broken.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toContain(rule);
  });
});
