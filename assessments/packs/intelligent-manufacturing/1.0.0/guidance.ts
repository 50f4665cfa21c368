import { GuidanceById } from '../../../schema/pack.ts';
import org from './guidance/ORG.json' with { type: 'json' };
import dat from './guidance/DAT.json' with { type: 'json' };
import eqp from './guidance/EQP.json' with { type: 'json' };
import des from './guidance/DES.json' with { type: 'json' };
import prd from './guidance/PRD.json' with { type: 'json' };
import sub from './guidance/SUB.json' with { type: 'json' };
import ops from './guidance/OPS.json' with { type: 'json' };
import out from './guidance/OUT.json' with { type: 'json' };

export const guidance = GuidanceById.parse({
  ...org,
  ...dat,
  ...eqp,
  ...des,
  ...prd,
  ...sub,
  ...ops,
  ...out,
});
