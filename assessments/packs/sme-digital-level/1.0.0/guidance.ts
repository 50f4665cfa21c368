import { GuidanceById } from '../../../schema/pack.ts';
import items from './guidance/MIIT.json' with { type: 'json' };

export const smeDigitalLevelGuidance = GuidanceById.parse({ ...items });
