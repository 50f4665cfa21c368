import { LadderPack } from '../../../schema/pack.ts';
import type { Release } from '../../release.ts';
import pack from './pack.json' with { type: 'json' };
import org from './questions/ORG.json' with { type: 'json' };
import dat from './questions/DAT.json' with { type: 'json' };
import eqp from './questions/EQP.json' with { type: 'json' };
import des from './questions/DES.json' with { type: 'json' };
import prd from './questions/PRD.json' with { type: 'json' };
import sub from './questions/SUB.json' with { type: 'json' };
import ops from './questions/OPS.json' with { type: 'json' };
import out from './questions/OUT.json' with { type: 'json' };

export const release: Release<LadderPack> = {
  pack: LadderPack.parse({
    ...pack,
    questions: [...org, ...dat, ...eqp, ...des, ...prd, ...sub, ...ops, ...out],
  }),
  guidance: async () => (await import('./guidance.ts')).guidance,
};
