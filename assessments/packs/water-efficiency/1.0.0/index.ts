import { WaterPack } from '../../../schema/pack.ts';
import type { Release } from '../../release.ts';
import pack from './pack.json' with { type: 'json' };
import gate from './questions/GATE.json' with { type: 'json' };
import management from './questions/MGT.json' with { type: 'json' };

export const release: Release<WaterPack> = {
  pack: WaterPack.parse({ ...pack, questions: [...gate, ...management] }),
  guidance: async () => (await import('./guidance.ts')).guidance,
};
