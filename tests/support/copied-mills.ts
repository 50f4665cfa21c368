import type { MirrorStore } from '#electron/host/backup/mirror.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { mirrorText } from '#renderer/storage/mirror-text.ts';
import { dossierJson } from './dossiers.ts';

/** The smallest text that the mirror takes for a dossier. */
export function copyText(
  revision: number,
  content: unknown = '',
  { id = 'ent-1', name = '滨州某某纺织' } = {},
): string {
  return JSON.stringify({ format: 'zhizhen-dossier', version: 1, id, revision, enterprise: { name }, content });
}

/** Copies so many small mills, `mill-0` and on, into a mirror. */
export async function copyMills(mirror: MirrorStore, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const sketch = { id: `mill-${i}`, name: `第${i + 1}家`, answers: { 'IM-ORG-01': { self: { rung: 3 } } } };
    const dossier = Dossier.parse({ ...dossierJson(sketch), revision: 3 });
    const { kind } = await mirror.mirrorDossier({ id: dossier.id, dossier: mirrorText(dossier) });
    if (kind !== 'done') throw new Error('the copy was refused');
  }
}
