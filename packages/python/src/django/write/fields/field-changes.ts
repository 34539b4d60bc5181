import type { Column, ForeignKey, Place, Table } from '@canonical-schema/schema';
import { membersOf } from '../../../edits/python-file';
import { truthOf } from '../../../syntax/values';
import { isSet, knownText } from '../../fields/arguments';
import type { FieldState } from '../../fields/field-state';
import { alterColumn } from './alter-column';
import { alterFlags } from './alter-flags';
import { columnField } from './column-field';
import type { ColumnPlan, TablePlan } from './column-plan';
import { typeOf } from './declare-fields';
import { dropField, whyItStays } from './drop-field';
import type { OpenOption } from './drop-mentions';
import { FieldDraft } from './field-draft';
import { fieldName, namesOf } from './field-name';
import { type FieldSite, siteOf } from './field-site';
import type { DeclaredField, FieldHome, FieldProblem, FieldWriting, WritingNote } from './field-writing';
import type { Neighbours } from './generated-field';
import { fieldNameIn, KnownModels } from './known-models';
import { type ClassSite, classSite, headOf, lastField } from './model-class-site';
import { codeOf, plain, string } from './python-code';
import { renameField, usesInMethods } from './rename-field';
import { retarget } from './retarget';
import { ownArguments } from './retype';
import type { SharedPlans } from './shared-plans';
import { objectsOver, type TableObjects } from './table-objects';

/** Why a plan cannot be carried out, and where the field stands. */
export interface PlanProblem extends FieldProblem {
  readonly place: Place | null;
}

/** Carries out what one table's plans ask for, in the drafts of the files. */
export class FieldChanges {
  readonly notes: WritingNote[] = [];
  readonly openOptions: OpenOption[] = [];
  /** The names of fields by column, of those that come or change. */
  readonly names = new Map<string, string>();
  private readonly newNames = new Set<string>();

  constructor(
    private readonly plan: TablePlan,
    private readonly writing: FieldWriting,
    /** Fields that go in the same run. */
    private readonly dropped: ReadonlySet<FieldState>,
    private readonly shared: SharedPlans,
  ) {}

  /** Carries out one column's plan; or says why it cannot. */
  carryOut(plan: ColumnPlan): PlanProblem | null {
    const { field } = plan;
    if (field === null) return plan.isDropped ? null : this.add(plan);
    if (plan.isDropped) return this.drop(field);
    if (field.autoCreated && field.name === 'id') return this.writeKey(plan);
    const site = siteOf(this.plan.table.state, field, this.writing, this.shared.isShared);
    if (site.kind === 'none') return site;
    const draft = new FieldDraft(site, this.writing);
    const problem = this.alter(plan, site, draft) ?? draft.flush();
    return problem === null ? null : { ...problem, place: field.place };
  }

  // --- New fields.

  private add(plan: ColumnPlan): PlanProblem | null {
    const { state } = this.plan.table;
    const site = classSite(state, this.writing);
    if (site === null) {
      const remedy = `Write the field ${plan.name} by hand.`;
      return { why: `The class ${state.name} does not stand in a file of the project.`, remedy, place: state.place };
    }
    const column = { ...plan.column, name: plan.name };
    const isTaken = (name: string): boolean => this.isTaken(name, null);
    const answer = columnField(
      {
        column,
        table: objectsOver(plan, this.canonicalTable()),
        home: this.homeOf(site),
        isNewModel: false,
        name: null,
        neighbours: this.neighbours,
        isTaken,
      },
      this.writing,
    );
    if (answer.kind === 'none') return { ...answer, place: state.place };
    if (answer.kind === 'implicit') return null;
    this.insert(site, answer.field, answer.field.name === 'id' ? headOf(site) : lastField(site, state));
    this.names.set(plan.name, answer.field.name);
    return null;
  }

  private insert(site: ClassSite, { name, code }: DeclaredField, after: ReturnType<typeof lastField>): void {
    this.newNames.add(name);
    const hidden = new Set([...membersOf(site.owner.body).map((each) => each.name), ...this.newNames]);
    const { spelling, file } = site.draft;
    site.draft.body(site.owner).insert(after, codeOf(code, { spelling, style: file.style, hidden }, `${name} = `));
  }

  private canonicalTable(): Table | null {
    return KnownModels.of(this.writing).wantedTable(this.plan.table.ref);
  }

  private wantedColumn({ name }: ColumnPlan): Column | null {
    return this.canonicalTable()?.columns.find((each) => each.name === name) ?? null;
  }

  private get neighbours(): Neighbours {
    const table = this.canonicalTable();
    return {
      fieldOf: (column) =>
        this.names.get(column) ??
        this.plan.table.model.fieldOf(column) ??
        (table === null ? null : fieldNameIn(table, column)),
      typeOf: (column) => (table === null ? undefined : typeOf(table, column)),
    };
  }

  private homeOf(site: ClassSite): FieldHome {
    const { state } = this.plan.table;
    return { app: state.app, model: state.name, path: site.draft.file.source.path, offset: site.owner.start };
  }

  /** Is a name of the class, of what it inherits or of what points to it? `own` is the field that may keep its name. */
  private isTaken(name: string, own: FieldState | null): boolean {
    const { state, model } = this.plan.table;
    const { registry } = this.writing.loaded.context;
    if (own?.name === name) return false;
    const site = classSite(state, this.writing);
    const isMember = site !== null && membersOf(site.owner.body).some((each) => each.name === name);
    const isField = registry.fieldNamed(state, name)?.field;
    const isOther = isField !== undefined && isField !== own;
    return (
      isMember || isOther || this.newNames.has(name) || KnownModels.of(this.writing).hasReverseName(model.key, name)
    );
  }

  /** Django's own `id` is to be another: then it has to be written. */
  private writeKey(plan: ColumnPlan): PlanProblem | null {
    const isWritten = plan.set.type !== undefined || plan.set.identity !== undefined || plan.set.default !== undefined;
    if (!isWritten) return plan.isRenamed ? this.unwritten(plan) : null;
    const { state } = this.plan.table;
    const site = classSite(state, this.writing);
    if (site === null) return this.unwritten(plan);
    const column: Column = { ...plan.column, ...plan.set, name: plan.name };
    const primaryKey = { name: null, nameGiven: false, columns: [plan.name], place: null };
    const table: TableObjects = { primaryKey, uniques: [], foreignKeys: [], checks: [], indexes: [] };
    const isTaken = (): boolean => false;
    const answer = columnField(
      { column, table, home: this.homeOf(site), isNewModel: false, name: null, neighbours: this.neighbours, isTaken },
      this.writing,
    );
    if (answer.kind === 'none') return { ...answer, place: state.place };
    if (answer.kind === 'field') this.insert(site, answer.field, headOf(site));
    return null;
  }

  private unwritten({ name }: ColumnPlan): PlanProblem {
    const { state } = this.plan.table;
    return {
      why: `Django makes the key ${name} of ${state.name} by itself.`,
      remedy: `Write the key of ${state.name} by hand.`,
      place: state.place,
    };
  }

  // --- Fields that go.

  private drop(field: FieldState): PlanProblem | null {
    const { state } = this.plan.table;
    const hasOtherKey = this.plan.plans.some(({ key }) => key === 'yes');
    if (field.autoCreated && hasOtherKey) return null;
    const site = siteOf(state, field, this.writing, this.shared.isShared);
    if (site.kind === 'none') return site;
    const problem = whyItStays(site, state, hasOtherKey, this.dropped, this.writing);
    if (problem !== null) return { ...problem, place: field.place };
    this.openOptions.push(...dropField(site, state, this.writing));
    this.notes.push(...usesInMethods(site, null));
    return null;
  }

  // --- Fields that stay.

  private alter(plan: ColumnPlan, site: FieldSite, draft: FieldDraft): FieldProblem | null {
    const relation = this.alterRelation(plan, site, draft);
    if (relation.problem !== null) return relation.problem;
    const isOther = JSON.stringify(plan.set.generated ?? null) !== JSON.stringify(plan.column.generated);
    if (plan.set.generated !== undefined && isOther) return this.becomeOther(plan, site, draft);
    if (!relation.isNew) {
      // A relation that gets another target has that one's type.
      const { type, baseType, ...others } = plan.set;
      const set = plan.foreignKey === null ? plan.set : others;
      const problem = alterColumn({
        draft,
        before: plan.column,
        set,
        wanted: this.wantedColumn(plan),
        writing: this.writing,
      });
      if (problem !== null) return problem;
      alterFlags(plan, draft);
    }
    return plan.isRenamed ? this.rename(plan, site, draft) : null;
  }

  /** A plain field becomes a relation, or a relation gets another target or loses its constraint. */
  private alterRelation(
    plan: ColumnPlan,
    site: FieldSite,
    draft: FieldDraft,
  ): { readonly isNew: boolean; readonly problem: FieldProblem | null } {
    const { foreignKey, dropsForeignKey } = plan;
    const isRelation = site.field.relation !== null;
    if (foreignKey === null) {
      if (dropsForeignKey) draft.setArgument('db_constraint', plain('False'));
      return { isNew: false, problem: null };
    }
    if (isRelation) {
      const home = this.homeOf({ draft: site.draft, owner: site.owner });
      return { isNew: false, problem: retarget({ plan, key: foreignKey, draft, home }, this.writing) };
    }
    return { isNew: true, problem: this.becomeRelation(plan, foreignKey, site, draft) };
  }

  private becomeRelation(plan: ColumnPlan, key: ForeignKey, site: FieldSite, draft: FieldDraft): FieldProblem | null {
    const { field } = site;
    const column: Column = { ...plan.column, ...plan.set, name: plan.name, default: null };
    const isUnique = plan.unique === 'yes' || (plan.unique === null && isSet(field, 'unique'));
    const known = objectsOver(plan, this.canonicalTable());
    const uniques = isUnique ? known.uniques : known.uniques.filter(({ columns }) => columns.join() !== plan.name);
    const table = { ...known, uniques, foreignKeys: [key] };
    const isTaken = (name: string): boolean => this.isTaken(name, field);
    const written = knownText(field, 'db_column');
    const kept = written !== null && written !== '' && !isDerived(field, written) ? field.name : null;
    const answer = columnField(
      {
        column,
        table,
        home: this.homeOf({ draft: site.draft, owner: site.owner }),
        isNewModel: false,
        name: kept,
        neighbours: this.neighbours,
        isTaken,
      },
      this.writing,
    );
    if (answer.kind === 'none') return answer;
    if (answer.kind === 'implicit') return null;
    const { code, name } = answer.field;
    if (code.callee.kind === 'name') draft.setClass(code.callee.name, code.callee);
    for (const each of [...ownArguments, 'unique', 'db_index']) if (draft.has(each)) draft.removeArgument(each);
    for (const argument of code.args) {
      const value = draft.valueOf(argument.name);
      if (value === undefined || truthOf(value) !== true) draft.setArgument(argument.name, argument.value);
    }
    if (name !== field.name) this.giveName(plan, site, name);
    return null;
  }

  /** A generated column becomes an ordinary one, or is generated in another way. */
  private becomeOther(plan: ColumnPlan, site: FieldSite, draft: FieldDraft): FieldProblem | null {
    const { field } = site;
    const column: Column = { ...plan.column, ...plan.set, name: plan.name };
    const home = this.homeOf({ draft: site.draft, owner: site.owner });
    const { neighbours } = this;
    const question = {
      column,
      table: objectsOver(plan, this.canonicalTable()),
      home,
      isNewModel: false,
      name: field.name,
      neighbours,
    };
    const answer = columnField({ ...question, isTaken: () => false }, this.writing);
    if (answer.kind === 'none') return answer;
    if (answer.kind === 'implicit') return null;
    const { code } = answer.field;
    if (code.callee.kind === 'name' && code.callee.name !== field.kind.name) {
      draft.setClass(code.callee.name, code.callee);
      const gone = [
        ...ownArguments,
        'expression',
        'output_field',
        'db_persist',
        'default',
        'db_default',
        'null',
        'blank',
      ];
      for (const each of gone) if (draft.has(each)) draft.removeArgument(each);
    }
    for (const { name, value } of code.args) draft.setArgument(name, value);
    return plan.isRenamed ? this.rename(plan, site, draft) : null;
  }

  private rename(plan: ColumnPlan, site: FieldSite, draft: FieldDraft): FieldProblem | null {
    const { field } = site;
    const written = knownText(field, 'db_column');
    const hasOwnName = written !== null && written !== '' && !isDerived(field, written);
    if (hasOwnName) {
      draft.setArgument('db_column', string(plan.name));
      return null;
    }
    const isTaken = (name: string): boolean => this.isTaken(name, field);
    const isRelation = field.relation !== null;
    const isKey = isSet(field, 'primary_key');
    const { name, dbColumn } = fieldName({ column: plan.name, isRelation, isKey, isTaken });
    if (dbColumn !== null) draft.setArgument('db_column', string(dbColumn));
    else if (written !== null) draft.removeArgument('db_column');
    this.giveName(plan, site, name);
    return null;
  }

  private giveName(plan: ColumnPlan, site: FieldSite, name: string): void {
    this.newNames.add(name);
    this.names.set(plan.name, name);
    if (name !== site.field.name) this.notes.push(...renameField(site, this.plan.table.state, name, this.writing));
  }
}

/** Does `db_column` say what the field's name says anyway? */
function isDerived(field: FieldState, column: string): boolean {
  return namesOf(field).includes(column);
}
