import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECT = new URL('../../', import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, PROJECT), 'utf8'));
const read = new Map();

/** The data of a pack, its questions in the order of its dimensions, gates first. */
export function packData(id, version = newestVersion(id)) {
  const folder = `assessments/packs/${id}/${version}/`;
  if (!read.has(folder)) read.set(folder, packOf(folder, version));
  return read.get(folder);
}

function packOf(folder, version) {
  const pack = json(`${folder}pack.json`);
  const has = (name) => existsSync(new URL(folder + name, PROJECT));
  const questions = has('questions')
    ? readdirSync(new URL(`${folder}questions/`, PROJECT)).flatMap((name) => json(`${folder}questions/${name}`))
    : json(`${folder}questions.json`);
  const order = ['GATE', ...pack.dimensions.map(({ id }) => id)];
  questions.sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension));
  return { ...pack, version, questions, scenes: has('scenes.json') ? json(`${folder}scenes.json`) : [] };
}

function newestVersion(id) {
  return readdirSync(new URL(`assessments/packs/${id}/`, PROJECT))
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}

const MACHINES = fileURLToPath(new URL('seeds/machines/', PROJECT));
export const MACHINE_KINDS = new Map(
  readdirSync(MACHINES)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => json(`seeds/machines/${name}`).kinds ?? [])
    .map((kind) => [kind.id, kind]),
);
export const CITIES = json('seeds/regions/counties.json').cities;
export const PLAUSIBILITY = json('assessments/indicators/plausibility.json');
