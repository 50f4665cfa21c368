import type { Migration } from './migration.ts';

/** Enterprises, their diagnoses, and the answers to one pack of one diagnosis in one row. */
export const enterprises: Migration = {
  number: 1,
  stores: {
    enterprises: 'id, changedAt',
    diagnoses: '[enterpriseId+id], enterpriseId',
    answers: '[enterpriseId+diagnosisId+pack], enterpriseId',
  },
  upgrade: null,
};
