import { spawnSync } from 'node:child_process';

/** Programs of the machine that some tests read documents with. */
export type Tool = 'pdftotext' | 'pdftohtml' | 'pdffonts' | 'pdfimages' | 'pdfinfo' | 'qpdf' | 'soffice' | 'loimpress';

/**
 * Null where the tool is there; else the reason to skip, printed once per test file.
 * Under CI a missing tool is a failure, since nobody reads a skip there.
 */
export function toolMissing(...tools: readonly Tool[]): string | null {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (missing.length === 0) return null;
  const reason = `skipped, not on this machine: ${missing.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  process.stderr.write(`${reason}\n`);
  return reason;
}

/** Standard output of a tool; throws where it fails. */
export function runTool(tool: Tool, args: readonly string[]): string {
  const run = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}
