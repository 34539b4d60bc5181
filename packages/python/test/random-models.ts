/** Numbers that look random and are the same for the same seed. */
export type Random = <T>(items: readonly T[]) => T;

/** Picks items by a seeded generator. Source: mulberry32. */
export function randomBy(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (items) => items[Math.floor(next() * items.length)] as (typeof items)[number];
}

/** A model as it is to be written. */
export interface RandomModel {
  readonly app: string;
  name: string;
  readonly fields: Map<string, string>;
  /** Names of fields: an index or constraint over each. */
  indexes: string[];
  uniques: string[];
  together: string[] | null;
  readonly options: Map<string, string>;
}

/** A rename that a step made. */
export type RandomRename =
  | { readonly model: RandomModel; readonly from: string; readonly to: string; readonly of: 'field' }
  | { readonly model: RandomModel; readonly from: string; readonly to: string; readonly of: 'model' };

const plainFields = [
  'models.IntegerField(null=True)',
  'models.IntegerField(default=3, help_text="Three")',
  'models.BigIntegerField(default=0, db_index=True)',
  'models.CharField(max_length=20, default="x")',
  'models.CharField("Label", max_length=30, blank=True, choices=[("a", "A"), ("b", "B")])',
  'models.TextField(default="it\'s", db_comment="Long")',
  'models.DecimalField(max_digits=9, decimal_places=2, default=decimal.Decimal("1.10"))',
  'models.DateTimeField(auto_now_add=True)',
  'models.DateTimeField(default=timezone.now)',
  'models.DateField(null=True, unique=True)',
  'models.BooleanField(default=False, editable=False)',
  'models.JSONField(default=dict, blank=True)',
  'models.UUIDField(default=uuid.uuid4)',
  'models.SlugField(blank=True)',
  'models.FloatField(db_default=1.5)',
  'models.DurationField(default=datetime.timedelta(hours=2))',
  'models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])',
  'models.EmailField(null=True, db_column="mail_%s")',
];

const options: readonly (readonly [string, string])[] = [
  ['ordering', '["-id"]'],
  ['ordering', '["id"]'],
  ['verbose_name', '"Thing"'],
  ['verbose_name_plural', '"Things"'],
  ['db_table_comment', '"A table"'],
  ['get_latest_by', '"id"'],
  ['permissions', '[("do", "Can do")]'],
  ['db_table', '"own_%s"'],
];

/** Models that change from step to step. */
export class RandomProject {
  readonly models: RandomModel[] = [];
  private count = 0;

  constructor(
    private readonly random: Random,
    private readonly apps: readonly string[],
  ) {}

  /** Some changes; the renames among them. */
  change(): readonly RandomRename[] {
    const steps = this.random([1, 1, 2, 3, 4]);
    const touched = new Set<RandomModel>();
    const renames: RandomRename[] = [];
    for (let step = 0; step < steps; step += 1) {
      const found = this.changeOnce(touched);
      renames.push(...found);
      // Django puts the other changes of a renamed model before its rename, where no migration can be run.
      if (found.some(({ of }) => of === 'model')) break;
    }
    return renames;
  }

  /** The text of an app's models. */
  textOf(app: string): string {
    const models = this.models.filter((model) => model.app === app);
    return `${imports}${models.map((model) => modelText(model)).join('')}`;
  }

  private changeOnce(touched: Set<RandomModel>): readonly RandomRename[] {
    const kind = this.random(kinds);
    const model = this.models.length === 0 ? null : this.random(this.models);
    const isTouched = model !== null && touched.has(model);
    if (model !== null && kind !== 'add-model' && !kind.startsWith('re')) touched.add(model);
    if (kind === 'add-model' || model === null) {
      touched.add(this.addModel());
      return [];
    }
    switch (kind) {
      case 'add-field':
        this.addField(model);
        return [];
      case 'alter-field':
        this.alterField(model);
        return [];
      case 'remove-field':
        touched.add(model);
        this.removeField(model, this.fieldOf(model));
        return [];
      case 'rename-field':
        return isTouched ? [] : this.renameField(model, touched);
      case 'rename-model':
        return touched.size > 0 ? [] : this.renameModel(model, touched);
      case 'remove-model':
        if (!isTouched) this.removeModel(model);
        return [];
      default:
        this.changeMeta(model, kind);
        return [];
    }
  }

  private name(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }

  private addModel(): RandomModel {
    const app = this.random(this.apps);
    const empty = { indexes: [], uniques: [], together: null, options: new Map<string, string>() };
    const model: RandomModel = { app, name: this.name('Model'), fields: new Map(), ...empty };
    this.models.push(model);
    const number = this.random([1, 2, 3, 4]);
    for (let each = 0; each < number; each += 1) this.addField(model);
    return model;
  }

  private addField(model: RandomModel): void {
    model.fields.set(this.name('f'), this.fieldText());
  }

  private fieldText(): string {
    const isRelation = this.random([true, false, false]);
    const target = this.random(this.models);
    const to = `"${target.app}.${target.name}"`;
    if (!isRelation) return this.random(plainFields).replace('%s', this.name('c'));
    return this.random([
      `models.ForeignKey(${to}, on_delete=models.CASCADE, null=True, related_name="+")`,
      `models.ForeignKey(${to}, models.SET_NULL, null=True, related_name="+", db_index=False)`,
      `models.OneToOneField(${to}, models.CASCADE, null=True, related_name="+")`,
      `models.ManyToManyField(${to}, related_name="+", blank=True)`,
    ]);
  }

  private alterField(model: RandomModel): void {
    const name = this.fieldOf(model);
    const before = model.fields.get(name) ?? '';
    const after = before.includes('verbose_name=')
      ? before.replace('verbose_name="Other"', 'verbose_name="Another"')
      : before.replace(/\)$/, ', verbose_name="Other")');
    const isLabelled = before.includes('"Label"');
    const wider = isLabelled ? before.replace('max_length=30', 'max_length=31') : after;
    const isRelation =
      before.includes('models.CASCADE') || before.includes('SET_NULL') || before.includes('ManyToMany');
    const other = isRelation ? wider : this.random([wider, this.fieldText()]);
    model.fields.set(name, other);
    if (other.includes('ManyToMany')) this.forget(model, name);
  }

  private removeField(model: RandomModel, name: string): void {
    if (model.fields.size < 2) return;
    model.fields.delete(name);
    this.forget(model, name);
  }

  private forget(model: RandomModel, name: string): void {
    model.indexes = model.indexes.filter((each) => each !== name);
    model.uniques = model.uniques.filter((each) => each !== name);
    if (model.together?.includes(name) === true) model.together = null;
  }

  private renameField(model: RandomModel, touched: Set<RandomModel>): readonly RandomRename[] {
    const from = this.fieldOf(model);
    const text = model.fields.get(from) ?? '';
    if (text.includes('ManyToMany')) return [];
    touched.add(model);
    const to = this.name('f');
    const renamed = [...model.fields].map(([name, each]) => [name === from ? to : name, each] as const);
    model.fields.clear();
    for (const [name, each] of renamed) model.fields.set(name, each);
    const rename = (name: string): string => (name === from ? to : name);
    model.indexes = model.indexes.map(rename);
    model.uniques = model.uniques.map(rename);
    model.together = model.together?.map(rename) ?? null;
    return [{ model, from, to, of: 'field' }];
  }

  private renameModel(model: RandomModel, touched: Set<RandomModel>): readonly RandomRename[] {
    touched.add(model);
    const [from, to] = [model.name, this.name('Model')];
    for (const other of this.models) {
      for (const [name, text] of other.fields) {
        other.fields.set(name, text.replace(`"${model.app}.${from}"`, `"${model.app}.${to}"`));
      }
    }
    model.name = to;
    return [{ model, from, to, of: 'model' }];
  }

  private removeModel(model: RandomModel): void {
    const reference = `"${model.app}.${model.name}"`;
    const isAlone = this.models.every(
      (other) => other === model || [...other.fields.values()].every((text) => !text.includes(reference)),
    );
    if (isAlone) this.models.splice(this.models.indexOf(model), 1);
  }

  private changeMeta(model: RandomModel, kind: string): void {
    const columns = [...model.fields].filter(([, text]) => !text.includes('ManyToMany')).map(([name]) => name);
    const column = columns.length === 0 ? null : this.random(columns);
    if (kind === 'option') {
      const [name, value] = this.random(options);
      if (model.options.has(name)) model.options.delete(name);
      else model.options.set(name, value.replace('%s', this.name('t')));
    } else if (column === null) return;
    else if (kind === 'index') model.indexes = toggled(model.indexes, column);
    else if (kind === 'unique') model.uniques = toggled(model.uniques, column);
    else if (columns.length > 1) model.together = model.together === null ? columns.slice(0, 2) : null;
  }

  private fieldOf(model: RandomModel): string {
    return this.random([...model.fields.keys()]);
  }
}

const kinds = [
  ...['add-field', 'add-field', 'add-field', 'alter-field', 'alter-field', 'remove-field', 'rename-field'],
  ...[
    'rename-model',
    'remove-model',
    'add-model',
    'add-model',
    'index',
    'index',
    'unique',
    'together',
    'option',
    'option',
  ],
];

const imports = `import datetime
import decimal
import uuid

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
`;

function toggled(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item];
}

function modelText({ name, app, fields, indexes, uniques, together, options: own }: RandomModel): string {
  const lines = [...fields].map(([field, text]) => `    ${field} = ${text}`);
  const meta = [...own].map(([option, value]) => `${option} = ${value}`);
  if (together !== null) meta.push(`unique_together = [(${together.map((each) => `"${each}"`).join(', ')})]`);
  if (indexes.length > 0) {
    const entries = indexes.map((each) => `models.Index(fields=["${each}", "-id"])`);
    meta.push(`indexes = [${entries.join(', ')}]`);
  }
  if (uniques.length > 0) {
    const entries = uniques.map(
      (each) =>
        `models.UniqueConstraint(fields=["${each}"], name="${app}_uq_${each}", condition=models.Q(${each}__isnull=False))`,
    );
    meta.push(`constraints = [${entries.join(', ')}]`);
  }
  const inner = meta.length === 0 ? [] : ['', '    class Meta:', ...meta.map((line) => `        ${line}`)];
  return `\n\nclass ${name}(models.Model):\n${[...lines, ...inner].join('\n')}\n`;
}
