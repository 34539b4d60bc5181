import { type FileTree, isUnreadable, type Unread } from '@canonical-schema/schema';
import type { PythonModule, PythonProgram } from '../syntax/program';
import type { ClassValue } from '../syntax/value';
import { isNeverRun } from '../syntax/values';
import type { AppRegistry } from './app-registry';
import type { DjangoApp } from './apps';
import { truthFact } from './constants';
import { type FieldReading, fieldOfValue } from './fields/field-of-value';
import type { Meta } from './meta';
import { ModelClasses } from './model-class';
import { modelModules } from './model-modules';
import { type ModelKey, type ModelState, modelKey } from './model-state';
import { appLabelOf, type StateReading, stateOfClass } from './model-states';
import type { NameRules } from './names';
import { historicalModel } from './third-party/historical-models';

/** The models of all apps, and the classes that could not be read as models. */
export interface CollectedModels {
  readonly states: ReadonlyMap<ModelKey, ModelState>;
  readonly unread: readonly Unread[];
}

/** Reads the model classes of every app; or of some, with those of modules that they import. */
export function collectModels(
  apps: AppRegistry,
  files: FileTree,
  fields: FieldReading,
  reading: StateReading,
  of?: readonly DjangoApp[],
): CollectedModels {
  const classes = new ModelClasses(fields);
  const collection = new Collection(classes, fields, reading);
  const { imported, idle } = modelModules(apps, reading.program, files, of);
  const isWritten = writtenClasses(reading.program);
  for (const module of imported) {
    for (const { value, condition } of module.classes) collection.add(value, condition, module);
    const made = reading.program.kept('classes that nobody wrote', module, () =>
      [...module.namespace.bindings.values()].flatMap(({ value, condition }) =>
        value.kind === 'class' && !isWritten(value) && !isNeverRun(value) ? [{ value, condition }] : [],
      ),
    );
    for (const { value, condition } of made) collection.add(value, condition, module);
  }
  for (const module of idle) {
    const isDefined = module.classes.filter(({ condition }) => condition === null);
    for (const { value } of isDefined) collection.addIdle(value, module);
  }
  if (apps.unread !== null) collection.unread.push(apps.unread);
  return collection;
}

/** Asks whether a class is one that a module's own statements make: others come of calls, of `type(…)` above all. */
function writtenClasses(program: PythonProgram): (value: ClassValue) => boolean {
  const known = new Map<string, ReadonlySet<string>>();
  const placesIn = (name: string): ReadonlySet<string> => {
    const places = known.get(name) ?? new Set(program.moduleNamed(name)?.classes.map(({ value }) => placeOf(value)));
    known.set(name, places);
    return places;
  };
  return (value) => placesIn(value.module).has(placeOf(value));
}

function placeOf({ place }: ClassValue): string {
  return `${place.path}:${place.span.start}`;
}

/** What a class came to: a model, or none, and what could not be read of it. */
interface MadeModel {
  readonly state: ModelState | null;
  /** The model of its earlier rows. */
  readonly historical?: ModelState | null;
  readonly unread: readonly Unread[];
}

interface Around {
  readonly condition: string | null;
  readonly module: PythonModule;
}

const nothing: MadeModel = { state: null, unread: [] };

class Collection implements CollectedModels {
  readonly states = new Map<ModelKey, ModelState>();
  readonly unread: Unread[] = [];

  constructor(
    private readonly classes: ModelClasses,
    private readonly fields: FieldReading,
    private readonly reading: StateReading,
  ) {}

  add(value: ClassValue, condition: string | null, module: PythonModule): void {
    const { state, historical, unread } = this.reading.program.kept(
      'its model',
      value,
      (): MadeModel & Around => ({ ...this.made(value, condition, module), condition, module }),
      (known) => known.condition === condition && known.module === module,
    );
    for (const each of [state, historical]) if (each != null) this.states.set(modelKey(each.app, each.name), each);
    this.unread.push(...unread);
  }

  private made(value: ClassValue, condition: string | null, module: PythonModule): MadeModel {
    const hood = this.classes.modelhood(value);
    if (hood.is === 'other') return nothing;
    if (hood.is === 'maybe' && !this.hasField(value) && !(this.hasMeta(value) && this.isModelsModule(module))) {
      return { state: null, unread: this.doubtful(value, hood.why, module) };
    }
    const model = this.classes.modelClass(value);
    if (model.abstract) return nothing;
    const app = appLabelOf(model, this.reading);
    if (app === null) return nothing;
    const doubt = condition ?? doubtOf(model.meta);
    const state = stateOfClass(model, app, doubt, this.reading);
    if (module.isInstalled) return { state, unread: [] };
    const { names } = this.reading.backend;
    const historical = historicalModel(value, state, this.reading, this.fields);
    const unread = [...historical.unread];
    if (doubt !== null) {
      const why = condition === null ? doubt : `the class depends on the condition ${condition}`;
      unread.push(unreadModel(state, why, value, names));
    }
    return { state, historical: historical.state, unread };
  }

  /** A class whose base is not known and that shows no sign of a model: it may have a table all the same. */
  private doubtful(value: ClassValue, why: string, module: PythonModule): readonly Unread[] {
    const app = this.reading.appOf(value.module);
    if (app === null || !this.isModelsModule(module) || module.isInstalled || neverModels.test(value.name)) return [];
    if (!this.mayBeModel(value)) return [];
    const table = {
      schema: 'public',
      name: this.reading.backend.names.stored(`${app.label}_${value.name.toLowerCase()}`),
    };
    const subject = `class ${value.name}`;
    return [{ extent: 'fact', why: `it may be a model, but ${why}`, subject, table, place: value.place }];
  }

  /** A model that is not registered, unless code that is not followed imports its module. */
  addIdle(value: ClassValue, module: PythonModule): void {
    if (module.isInstalled || this.classes.modelhood(value).is !== 'model') return;
    const model = this.classes.modelClass(value);
    const app = appLabelOf(model, this.reading);
    if (model.abstract || app === null || this.states.has(modelKey(app, value.name))) return;
    const state = stateOfClass(model, app, null, this.reading);
    this.unread.push(unreadModel(state, `no models module imports ${module.name}`, value, this.reading.backend.names));
  }

  /** Is it `models.py` of an app, or a module of its `models` package? */
  private isModelsModule(module: PythonModule): boolean {
    const app = this.reading.appOf(module.name);
    return app !== null && `${module.name}.`.startsWith(`${app.name}.models.`);
  }

  /** A class whose base was not found is a model if it has fields … */
  private hasField(value: ClassValue): boolean {
    return [...value.written.bindings.values()].some(
      ({ name, value: bound, place }) => fieldOfValue(name, bound, place, this.fields).kind === 'field',
    );
  }

  /** … or a Meta that is not one of a form or serializer; else nothing says so. */
  private hasMeta(value: ClassValue): boolean {
    const meta = value.body.bindings.get('Meta')?.value;
    return meta?.kind === 'class' && !formMembers.some((name) => meta.body.bindings.has(name));
  }

  /** Does anything speak for a model: its own members, or the name of a base that was not found? */
  private mayBeModel(value: ClassValue): boolean {
    if (modelMembers.some((name) => value.body.bindings.has(name))) return true;
    return this.reading.program
      .mro(value)
      .some((each) =>
        each.kind === 'external' ? each.missing !== null && modelNames.test(each.name) : each.kind === 'unknown',
      );
  }
}

/** How the modules and names of base classes of models read: `wagtail.models.Page`, `treebeard.mp_tree.MP_Node`. */
const modelNames = /(^|[._])(models?|db|django\w*)[._]|Node$/;

/** Members that models have, and few other classes. */
const modelMembers = ['objects', 'get_absolute_url', 'natural_key', 'MPTTMeta', 'panels', 'content_panels'];

/** How classes end that are no models, whatever else they are. */
const neverModels =
  /(Manager|QuerySet|Query|Mixin|Error|Exception|Warning|Form|FormSet|Admin|Choices|Enum|Serializer|View|Storage|Lookup|Func|Transform|Expression|Field|Widget|Descriptor|Config|Backend|Handler|Index|Constraint|Validator|Protocol|Dict|Tuple|Iterable)s?$/;

/** Members of the Meta of forms, serializers and filters. */
const formMembers = ['model', 'fields', 'exclude'];

/** Why it cannot be said whether a model has a table at all: an option that decides it is not a constant. */
function doubtOf(meta: Meta): string | null {
  for (const option of ['abstract', 'proxy']) {
    const value = meta.value(option);
    const truth = value === undefined ? false : truthFact(value);
    if (isUnreadable(truth)) return `its option ${option}: ${truth.unreadable}`;
  }
  return null;
}

function unreadModel(state: ModelState, why: string, value: ClassValue, names: NameRules): Unread {
  const written = state.options.dbTable;
  const name = typeof written === 'string' ? written : `${state.app}_${state.name.toLowerCase()}`;
  return {
    extent: 'whole',
    why,
    subject: `class ${value.name}`,
    table: { schema: 'public', name: names.stored(name) },
    place: value.place,
  };
}
