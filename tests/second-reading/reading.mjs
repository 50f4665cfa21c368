import { readCloudAdoption } from './cloud-adoption.mjs';
import { readGreenFactory } from './green-factory.mjs';
import { readIndicators } from './indicators.mjs';
import { readGbt39116, readIntelligentManufacturing } from './intelligent-manufacturing.mjs';
import { millOf } from './mill.mjs';
import { packData } from './pack-data.mjs';
import { readMiit2024, readSmeDigitalLevel } from './sme-digital-level.mjs';
import { readWarnings } from './warnings.mjs';
import { readWaterEfficiency } from './water-efficiency.mjs';

/**
 * The scoring rules read a second time, from the words of the method and the packs' data alone, without the program's code:
 * the part of result.json that the method decides.
 */
export function secondReading(dossier, asOf) {
  const mill = millOf(dossier, asOf);
  return {
    diagnosis: mill.diagnosis.id,
    packs: packsOf(mill),
    indicators: readIndicators(mill),
    indicative: indicativeOf(mill),
    warnings: readWarnings(mill),
  };
}

function packsOf(mill) {
  const pins = mill.diagnosis.packs;
  const read = {
    'intelligent-manufacturing': (pack) => readIntelligentManufacturing(pack, mill),
    'cloud-adoption': (pack) => readCloudAdoption(pack, mill),
    'water-efficiency': (pack) => readWaterEfficiency(pack, mill),
    'green-factory': (pack) => readGreenFactory(pack, mill),
    'sme-digital-level': (pack) => readSmeDigitalLevel(pack, imPackOf(mill), mill),
  };
  const scored = Object.keys(read).filter((id) => pins[id] !== undefined || isComputedWithIm(id, pins));
  return Object.fromEntries(scored.map((id) => [id, read[id](packData(id, pins[id]))]));
}

const isComputedWithIm = (id, pins) => id === 'sme-digital-level' && pins['intelligent-manufacturing'] !== undefined;
const imPackOf = ({ diagnosis }) => packData('intelligent-manufacturing', diagnosis.packs['intelligent-manufacturing']);

function indicativeOf(mill) {
  const pins = mill.diagnosis.packs;
  if (pins['intelligent-manufacturing'] === undefined) return {};
  const imPack = imPackOf(mill);
  return {
    gbt39116: readGbt39116(imPack, mill),
    miit2024: readMiit2024(packData('sme-digital-level', pins['sme-digital-level']), imPack, mill),
  };
}
