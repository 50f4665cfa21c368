import { LadderPack } from '../../../schema/pack.ts';
import type { Release } from '../../release.ts';
import pack from './pack.json' with { type: 'json' };
import str from './questions/STR.json' with { type: 'json' };
import inf from './questions/INF.json' with { type: 'json' };
import app from './questions/APP.json' with { type: 'json' };
import edp from './questions/EDP.json' with { type: 'json' };
import sec from './questions/SEC.json' with { type: 'json' };
import val from './questions/VAL.json' with { type: 'json' };

export const release: Release<LadderPack> = {
  pack: LadderPack.parse({
    ...pack,
    questions: [...str, ...inf, ...app, ...edp, ...sec, ...val],
  }),
  guidance: async () => (await import('./guidance.ts')).guidance,
};
