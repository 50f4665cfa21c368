import { SmePack } from '../../../schema/pack.ts';
import type { Release } from '../../release.ts';
import pack from './pack.json' with { type: 'json' };
import questions from './questions/MIIT.json' with { type: 'json' };
import scenes from './scenes.json' with { type: 'json' };

export const release: Release<SmePack> = {
  pack: SmePack.parse({ ...pack, questions: [...questions], scenes }),
  guidance: async () => (await import('./guidance.ts')).guidance,
};
