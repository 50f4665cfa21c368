import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT } from '#tests/support/cli.ts';

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] };
}

const FOLDERS = ['assessments', 'renderer', 'electron', 'seeds', 'tests'];
const trees: string[] = [];
afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

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

/** The sources with one file more that breaks a rule. */
function treeWith(path: string, content: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'zhizhen-tree-'));
  trees.push(tree);
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
  writeFileSync(join(tree, path), content);
  return tree;
}

describe('who may import whom', () => {
  it('holds, and the modules behind it were really read', () => {
    const { modules, summary } = cruise(PROJECT);
    expect(summary.violations).toEqual([]);
    const cli = modules.find((module) => module.source === 'electron/cli/diagnose.ts');
    expect(cli?.dependencies.map((dependency) => dependency.resolved)).toContain('assessments/scoring/result-of.ts');
    expect(modules.filter((module) => module.source.startsWith('assessments/')).length).toBeGreaterThan(80);
  });

  it.each([
    [
      'domain-is-pure',
      'assessments/scoring/canary.ts',
      "import { readFileSync } from 'node:fs';\nexport const canary = readFileSync;\n",
    ],
    [
      'scoring-below-planning',
      'assessments/scoring/canary.ts',
      "export { reportOf } from '../reporting/report-of.ts';\n",
    ],
    [
      'documents-know-the-report-only',
      'renderer/documents/canary.ts',
      "export { shippedPacks } from '#assessments/packs/registry.ts';\n",
    ],
    ['schema-is-the-base', 'assessments/schema/canary.ts', "export { shippedPacks } from '../packs/registry.ts';\n"],
    ['renderer-has-no-node', 'renderer/canary.ts', "export { sep } from 'node:path';\n"],
    ['no-orphan-resolution', 'electron/cli/canary.ts', "export { nothing } from '#assessments/nowhere.ts';\n"],
  ])('%s is broken by a canary', (rule, path, content) => {
    const broken = cruise(treeWith(path, content)).summary.violations.map((violation) => violation.rule.name);
    expect(broken).toContain(rule);
  });
});
