import { LadderPack } from '../../../schema/pack.ts';
import pack from './pack.json' with { type: 'json' };
import str from './questions/STR.json' with { type: 'json' };
import inf from './questions/INF.json' with { type: 'json' };
import app from './questions/APP.json' with { type: 'json' };
import edp from './questions/EDP.json' with { type: 'json' };
import sec from './questions/SEC.json' with { type: 'json' };
import val from './questions/VAL.json' with { type: 'json' };

export const cloudAdoption = LadderPack.parse({
  ...pack,
  questions: [...str, ...inf, ...app, ...edp, ...sec, ...val],
});
