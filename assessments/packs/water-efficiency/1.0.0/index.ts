import { WaterPack } from '../../../schema/pack.ts';
import pack from './pack.json' with { type: 'json' };
import gate from './questions/GATE.json' with { type: 'json' };
import management from './questions/MGT.json' with { type: 'json' };

export const waterEfficiency = WaterPack.parse({ ...pack, questions: [...gate, ...management] });
