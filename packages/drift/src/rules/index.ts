import { autoIncrementForm } from './auto-increment-form';
import { checkDefinition } from './check-definition';
import { collation } from './collation';
import { columnType } from './column-type';
import { comment } from './comment';
import { constraintName } from './constraint-name';
import { databaseDefault } from './default';
import { deferrable } from './deferrable';
import { enumLabels } from './enum-labels';
import { extraCheck } from './extra-check';
import { extraColumn } from './extra-column';
import { extraExclusion } from './extra-exclusion';
import { extraForeignKey } from './extra-foreign-key';
import { extraIndex } from './extra-index';
import { extraTable } from './extra-table';
import { extraUnique } from './extra-unique';
import { fkIndex } from './fk-index';
import { followsKey } from './follows-key';
import { foreignKeyTarget } from './foreign-key-target';
import { generated } from './generated';
import { identity } from './identity';
import { implicitKey } from './implicit-key';
import { indexDefinition } from './index-definition';
import { indexName } from './index-name';
import { likeIndex } from './like-index';
import { missingCheck } from './missing-check';
import { missingColumn } from './missing-column';
import { missingExclusion } from './missing-exclusion';
import { missingForeignKey } from './missing-foreign-key';
import { missingIndex } from './missing-index';
import { missingTable } from './missing-table';
import { missingUnique } from './missing-unique';
import { nullability } from './nullability';
import { onDelete } from './on-delete';
import { onUpdate } from './on-update';
import { primaryKey } from './primary-key';
import { pythonSideDefault } from './python-side-default';
import { redundantIndex } from './redundant-index';
import type { Rule } from './rule';
import { tableName } from './table-name';
import { undescribedTable } from './undescribed-table';
import { uniqueForm } from './unique-form';
import { unreadableFact } from './unreadable';

/** Every rule that compares readings. Its code is its file's name and its page's. */
export const rules: readonly Rule[] = [
  missingTable,
  extraTable,
  tableName,
  missingColumn,
  extraColumn,
  columnType,
  followsKey,
  nullability,
  databaseDefault,
  pythonSideDefault,
  autoIncrementForm,
  identity,
  implicitKey,
  generated,
  collation,
  comment,
  primaryKey,
  missingUnique,
  extraUnique,
  uniqueForm,
  missingForeignKey,
  extraForeignKey,
  foreignKeyTarget,
  onDelete,
  onUpdate,
  deferrable,
  missingCheck,
  extraCheck,
  checkDefinition,
  missingExclusion,
  extraExclusion,
  missingIndex,
  extraIndex,
  fkIndex,
  likeIndex,
  redundantIndex,
  indexDefinition,
  indexName,
  constraintName,
  enumLabels,
  unreadableFact,
  undescribedTable,
];
