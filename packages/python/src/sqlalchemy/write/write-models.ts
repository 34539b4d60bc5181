import {
  type Change,
  EditedTree,
  type FileEdit,
  type Refused,
  type Schema,
  type Written,
} from '@canonical-schema/schema';
import { sqlDialect } from '@canonical-schema/sql';
import { loadSqlAlchemyModels, type SqlAlchemyOptions } from '../load-models';
import { Batch } from './batch';
import { composedEdits } from './composed-edits';
import { foldedIntoNewTables } from './folded-changes';
import { makeTogether } from './make-changes';
import { ModelFiles } from './model-file';
import { Targets } from './table-target';

/** What to write: changes of tables under the models' own names, and the schema that these are to agree with. */
export interface SqlAlchemyWriteOptions extends SqlAlchemyOptions {
  readonly changes: readonly Change[];
  readonly canonical: Schema;
  /** The file or dotted name of the module for new tables; else a table that is referenced, or most tables, decide. */
  readonly newTableModule?: string;
}

/** The edits of SQLAlchemy models that make the changes, in the style of the text around them. */
export function writeSqlAlchemyModels(options: SqlAlchemyWriteOptions): Written {
  const refused: Refused[] = [];
  const { canonical, newTableModule = null } = options;
  let pending = foldedIntoNewTables(options.changes, sqlDialect(options.dialect ?? 'postgresql').sqlText);
  let tree = EditedTree.over(options.files);
  let edits: readonly FileEdit[] = [];
  for (let round = 0; pending.length > 0; round++) {
    const loaded = loadSqlAlchemyModels({ ...options, files: tree });
    const coming = pending.flatMap((change) => (change.kind === 'add-table' ? [change.table] : []));
    const targets = new Targets(loaded, new ModelFiles(tree, loaded.program), coming);
    const batch = new Batch(targets, canonical, newTableModule);
    pending = makeTogether(pending, batch);
    const made = batch.edits();
    refused.push(...batch.refused);
    tree = tree.with(made);
    edits = round === 0 ? made : composedEdits(tree);
  }
  return { edits, refused };
}
