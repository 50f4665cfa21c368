import { GuidanceById } from '../../../schema/pack.ts';
import items from './guidance/MIIT.json' with { type: 'json' };

export const guidance = GuidanceById.parse({ ...items });
