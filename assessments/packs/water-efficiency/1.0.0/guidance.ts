import { GuidanceById } from '../../../schema/pack.ts';
import management from './guidance/MGT.json' with { type: 'json' };
import kpi from './guidance/KPI.json' with { type: 'json' };

export const guidance = GuidanceById.parse({ ...management, ...kpi });
