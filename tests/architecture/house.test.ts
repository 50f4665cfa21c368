import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';
import { PROJECT } from '#tests/support/cli.ts';

const page = readFileSync(join(PROJECT, 'docs', 'architecture.md'), 'utf8');
const named = new Set([...page.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? ''));
const FLOORS = ['assessments', 'seeds', 'renderer', 'electron'];

describe('the page of the house', () => {
  it('names every room', () => {
    const rooms = FLOORS.flatMap((floor) =>
      readdirSync(join(PROJECT, floor), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${floor}/${name}`),
    );
    expect(rooms.length).toBeGreaterThan(25);
    expect(rooms.filter((room) => !named.has(room))).toEqual([]);
  });

  it('names no room or file that is not there', () => {
    const places = [...named].filter((name) =>
      /^(assessments|seeds|renderer|electron|tests|packaging|bench)(\/|$)/.test(name),
    );
    expect(places.filter((place) => !existsSync(join(PROJECT, place)))).toEqual([]);
  });

  it('names every rule of who may import whom, and no other', () => {
    const rows = page.split('## Who may import whom')[1]?.split('## ')[0] ?? '';
    const written = [...rows.matchAll(/`([a-z-]+)`/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name.includes('-'));
    expect(written.sort()).toEqual(rules.forbidden.map(({ name }) => name).sort());
  });

  it('fits on one page', () => {
    expect(page.split('\n').length).toBeLessThan(100);
  });
});
