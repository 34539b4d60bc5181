import type { HazardRules, Said } from './said';

const none = (): readonly Said[] => [];

/** Changes that touch no row. */
export const quietRules: HazardRules = {
  ...{ 'add-table': none, 'drop-table': none, 'rename-table': none, 'add-column': none, 'drop-column': none },
  ...{ 'rename-column': none, 'alter-column': none, 'add-constraint': none, 'drop-constraint': none },
  ...{ 'rename-constraint': none, 'add-index': none, 'drop-index': none, 'rename-index': none },
  ...{ 'set-table-comment': none, 'add-enum': none, 'drop-enum': none, 'rename-enum': none, 'add-enum-label': none },
  ...{ 'rename-enum-label': none, 'add-domain': none, 'alter-domain': none, 'drop-domain': none },
  ...{ 'add-sequence': none, 'alter-sequence': none, 'drop-sequence': none, 'add-other': none, 'drop-other': none },
};
