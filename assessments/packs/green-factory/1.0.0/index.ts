import { GreenPack } from '../../../schema/pack.ts';
import type { Release } from '../../release.ts';
import pack from './pack.json' with { type: 'json' };
import gate from './questions/GATE.json' with { type: 'json' };
import maturity from './questions/MAT.json' with { type: 'json' };

export const release: Release<GreenPack> = {
  pack: GreenPack.parse({ ...pack, questions: [...gate, ...maturity] }),
  guidance: async () => (await import('./guidance.ts')).guidance,
};
