import { GuidanceById } from '../../../schema/pack.ts';
import gate from './guidance/GATE.json' with { type: 'json' };
import management from './guidance/MGT.json' with { type: 'json' };
import kpi from './guidance/KPI.json' with { type: 'json' };

export const guidance = GuidanceById.parse({ ...gate, ...management, ...kpi });
