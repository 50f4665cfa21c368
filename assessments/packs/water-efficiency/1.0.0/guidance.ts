import { GuidanceById } from '../../../schema/pack.ts';
import management from './guidance/MGT.json' with { type: 'json' };
import kpi from './guidance/KPI.json' with { type: 'json' };

export const waterEfficiencyGuidance = GuidanceById.parse({ ...management, ...kpi });
