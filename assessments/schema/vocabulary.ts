import { z } from 'zod';

export const SUB_SECTORS = ['SPINNING', 'WEAVING', 'KNITTING', 'DYEING', 'GARMENT', 'HOME', 'FIBER'] as const;
export const SubSector = z.enum(SUB_SECTORS, { error: 'unknown-sub-sector' });
export type SubSector = z.infer<typeof SubSector>;

export const PROCESSES = [
  'spinning',
  'weaving',
  'water-jet-weaving',
  'knitting',
  'woven-dyeing',
  'knit-dyeing',
  'yarn-dyeing',
  'silk',
  'wool',
  'printing',
  'denim-washing',
  'sewing',
  'home-textile',
  'nonwoven',
  'chemical-fibre',
] as const;
export const Process = z.enum(PROCESSES, { error: 'unknown-process' });
export type Process = z.infer<typeof Process>;

/** The processes of each sub-sector; a sub-sector ticked without one of them is said (docs/method.md, Warnings). */
export const PROCESSES_OF: Readonly<Record<SubSector, readonly Process[]>> = {
  SPINNING: ['spinning'],
  WEAVING: ['weaving', 'water-jet-weaving'],
  KNITTING: ['knitting'],
  DYEING: ['woven-dyeing', 'knit-dyeing', 'yarn-dyeing', 'silk', 'wool', 'printing', 'denim-washing'],
  GARMENT: ['sewing'],
  HOME: ['home-textile', 'sewing'],
  FIBER: ['chemical-fibre', 'nonwoven'],
};

/** The 16 cities of Shandong province. */
export const CITIES = [
  '济南市',
  '青岛市',
  '淄博市',
  '枣庄市',
  '东营市',
  '烟台市',
  '潍坊市',
  '济宁市',
  '泰安市',
  '威海市',
  '日照市',
  '临沂市',
  '德州市',
  '聊城市',
  '滨州市',
  '菏泽市',
] as const;
export const City = z.enum(CITIES, { error: 'unknown-city' });
export type City = z.infer<typeof City>;

export const ProcessType = z.enum(['process', 'discrete']);
export type ProcessType = z.infer<typeof ProcessType>;
