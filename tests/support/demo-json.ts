import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './cli.ts';

/** A demo mill as its file has it. */
export function demoJson(id: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(PROJECT, 'seeds', 'demo', `${id}.json`), 'utf8')) as Record<string, unknown>;
}
