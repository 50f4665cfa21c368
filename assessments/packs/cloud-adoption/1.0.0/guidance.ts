import { GuidanceById } from '../../../schema/pack.ts';
import str from './guidance/STR.json' with { type: 'json' };
import inf from './guidance/INF.json' with { type: 'json' };
import app from './guidance/APP.json' with { type: 'json' };
import edp from './guidance/EDP.json' with { type: 'json' };
import sec from './guidance/SEC.json' with { type: 'json' };
import val from './guidance/VAL.json' with { type: 'json' };

export const guidance = GuidanceById.parse({ ...str, ...inf, ...app, ...edp, ...sec, ...val });
