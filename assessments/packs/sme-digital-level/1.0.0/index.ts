import { SmePack } from '../../../schema/pack.ts';
import pack from './pack.json' with { type: 'json' };
import questions from './questions/MIIT.json' with { type: 'json' };
import scenes from './scenes.json' with { type: 'json' };

export const smeDigitalLevel = SmePack.parse({ ...pack, questions: [...questions], scenes });
