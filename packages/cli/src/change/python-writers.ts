import type { Refused } from '@canonical-schema/schema';
import type { Writers } from './writers';

const notYet: Refused = {
  change: null,
  why: 'Models cannot be written yet.',
  remedy: 'Change them by hand.',
  place: null,
};

/** The writers of Django models, Django migrations and SQLAlchemy models. */
export const pythonWriters: Writers = {
  models: async () => ({ edits: [], refused: [notYet] }),
  migrations: async () => ({ edits: [], refused: [notYet], paths: [] }),
};
