import { type FileTree, isFileFault, type Place, SourceFile, type Unread } from '@canonical-schema/schema';
import type { ExternalAnswer } from './answers';
import type { Statement } from './ast';
import { namesBound } from './evaluator/assignment';
import { attributeOf } from './evaluator/attributes';
import { lose } from './evaluator/branches';
import { callValue } from './evaluator/calls';
import { linearised } from './evaluator/classes';
import { assignedInInit, superArguments } from './evaluator/constructors';
import { enumMemberOf, enumMembers } from './evaluator/enums';
import { evaluate } from './evaluator/expressions';
import { callsHeard, callsIn, inlined } from './evaluator/functions';
import { parameterUses } from './evaluator/parameter-uses';
import { execute } from './evaluator/statements';
import {
  type Arguments,
  type Completion,
  type Frame,
  placeIn,
  type RunningModule,
  type World,
} from './evaluator/world';
import { writtenCode } from './evaluator/written-code';
import { syntaxOf } from './kept-syntax';
import type { KnownConstant } from './known-constants';
import { ModuleCache } from './module-cache';
import { ModuleNames } from './module-names';
import type { PythonModule, PythonProgram } from './program';
import type { PythonProgramOptions } from './program-options';
import { type Location, ModuleFinder } from './resolution';
import { Journal, Scope } from './scope';
import type { Namespace, Value } from './value';
import { strValue, unknownValue } from './values';

export type { KnownConstant, PythonProgramOptions };

/** Statements, calls and rounds that one module may take; beyond, what is left of it is `too complex`. */
const STEPS = 300_000;

/** A program over these files. `loadPythonParser` has to have been awaited. */
export function createPythonProgram(options: PythonProgramOptions): PythonProgram {
  return new Program(options);
}

interface Loaded extends RunningModule {
  readonly isInstalled: boolean;
  readonly namespace: Namespace;
  /** Where its text does not parse. */
  readonly errors: readonly Place[];
  /** The run that it was read in. */
  readonly readIn: number;
}

/** Modules live here from when they are first asked for. */
class Program implements PythonProgram {
  readonly unread: Unread[] = [];
  readonly syntaxErrors: Place[] = [];
  private readonly finder: ModuleFinder;
  private readonly names: ModuleNames<Loaded>;
  private readonly modules = new ModuleCache<Loaded>((module) => this.entered(module));
  private readonly world: World;
  private readonly noted: ReadonlySet<string>;
  private running = 0;
  private runs = 0;

  constructor(private readonly options: PythonProgramOptions) {
    this.finder = new ModuleFinder(options.files, options.roots, options.installed, options.standIns ?? null);
    this.names = new ModuleNames(this.finder, options, {
      load: this.load,
      noteCircle: () => this.modules.noteCircle(),
      noteAskedHalfRun: (module) => this.modules.noteAskedHalfRun(module),
      givenBy: (getattr, name, place) => this.givenBy(getattr, name, place),
    });
    this.noted = new Set(options.noted ?? []);
    this.world = this.createWorld();
  }

  moduleNamed(name: string): PythonModule | null {
    return this.load(name);
  }

  kept: PythonProgram['kept'] = (what, of, make, stands = () => true) =>
    this.modules.trail.kept(what, of, make, (modules, known) => {
      for (const module of modules) if (!this.modules.stands(module)) return false;
      return stands(known);
    });

  get isSettled(): boolean {
    return this.modules.isWhole && !this.world.journal.reachedOut;
  }

  get isOrderFree(): boolean {
    return this.isSettled && !this.modules.trail.hasHalfRun;
  }

  get modulesKept(): number {
    return this.modules.size;
  }

  get pathsRead(): readonly string[] {
    return this.modules.trail.sofar.map(({ path }) => path);
  }

  renew(files: FileTree): 'same' | 'renewed' | 'lost' {
    if (!this.isSettled) return 'lost';
    const changed = new Set(this.modules.modules.filter(({ path, source }) => files.read(path) !== source));
    if (changed.size === 0) return 'same';
    this.runs++;
    this.unread.length = 0;
    this.syntaxErrors.length = 0;
    return this.modules.begin((module) => changed.has(module)) ? 'renewed' : 'lost';
  }

  layGround(): void {
    this.modules.trail.layGround();
  }

  moduleAt(path: string): PythonModule | null {
    const known = this.modules.at(path);
    if (known !== undefined) return known;
    const name = this.finder.nameOf(path);
    if (name === null) return null;
    const isPackage = path.endsWith('/__init__.py') || path === '__init__.py';
    return this.loadFile(name, { kind: isPackage ? 'package' : 'module', path, directory: '', isInstalled: false });
  }

  resolve(module: string, name: string): Value {
    return this.names.nameIn(module, name, nowhere(module));
  }

  valueAt(dottedPath: string): Value {
    const place = nowhere(dottedPath);
    const [top = dottedPath, ...rest] = dottedPath.split('.');
    return rest.reduce<Value>(
      (of, name) => attributeOf(of, name, place, this.world),
      this.names.importModule(top, place),
    );
  }

  attribute(of: Value, name: string): Value {
    return attributeOf(of, name, of.place, this.world);
  }

  mro: PythonProgram['mro'] = (of) => linearised(of);

  enumMembers: PythonProgram['enumMembers'] = (of) => enumMembers(of, this.world);

  enumMember: PythonProgram['enumMember'] = (value) => enumMemberOf(value, this.world);

  superArguments: PythonProgram['superArguments'] = (of, call) => superArguments(of, call, of.place, this.world);

  assignedInInit: PythonProgram['assignedInInit'] = (of, call, name) => assignedInInit(of, call, name, this.world);

  methodOver: PythonProgram['methodOver'] = (method, self, ofSuper) => {
    this.world.replenish();
    return inlined(method, { positional: [self], keywords: new Map(), complete: true }, this.world, ofSuper);
  };

  callsIn: PythonProgram['callsIn'] = (fn) => callsIn(fn, this.world);

  callsHeard: PythonProgram['callsHeard'] = (fn, positional) => callsHeard(fn, positional, this.world);

  parameterUses: PythonProgram['parameterUses'] = (fn, index) => parameterUses(fn, index, this.world);

  writtenCode: PythonProgram['writtenCode'] = (fn) => {
    const behind = this.world.functions.get(fn);
    return behind === undefined ? null : writtenCode(behind);
  };

  parameterNames: PythonProgram['parameterNames'] = (fn) =>
    this.world.functions.get(fn)?.definition.parameters.map(({ name }) => name) ?? [];

  parameterDefault: PythonProgram['parameterDefault'] = (fn, name) =>
    this.world.functions.get(fn)?.defaults.get(name) ?? null;

  private createWorld(): World {
    const world: World = {
      journal: new Journal(),
      functions: new WeakMap(),
      instances: new WeakMap(),
      making: new Set(),
      stepsLeft: STEPS,
      conditions: [],
      notes: null,
      heard: null,
      depth: 0,
      callDepth: 0,
      raised: null,
      evaluate: (expression, frame) => evaluate(expression, frame, world),
      execute: (block, frame) => execute(block, frame, world),
      importModule: (name, place) => this.names.importModule(name, place),
      external: (name, place, missing) => this.names.external(name, place, missing),
      nameIn: this.names.nameIn,
      attribute: (of, name, place) => attributeOf(of, name, place, world),
      call: (callee, args, place, frame) =>
        this.answered(callee, args, place, world) ?? callValue(callee, args, place, frame, world),
      answer: (callee, args, place) => this.answer(callee, args, place),
      mro: linearised,
      starNames: (module, place) => this.names.starNames(module, place),
      isNoted: (name) => this.noted.has(name),
      isIdle: () => this.running === 0,
      late: (module, find) => this.modules.trail.late(module.path, find),
      kept: (what, of, make) => this.kept(what, of, make),
      replenish: () => {
        if (this.running === 0 && world.callDepth === 0) world.stepsLeft = STEPS;
      },
      missing: (module) => this.names.missing(module),
    };
    return world;
  }

  private answer(callee: Value, args: Arguments, place: Place): ExternalAnswer | null {
    if (callee.kind !== 'external' || !args.complete) return null;
    return this.options.answers?.(callee.name, args, place) ?? null;
  }

  /** The value of a call that a reader answers; where it raises, the statement around it ends so. */
  private answered(callee: Value, args: Arguments, place: Place, world: World): Value | null {
    const answer = this.answer(callee, args, place);
    if (answer === null) return null;
    if (answer.kind === 'value') return answer.value;
    world.raised = answer.exception;
    return unknownValue(`raises ${answer.exception}`, place);
  }

  /** What a module's own `__getattr__` returns for a name; null where that is not known. */
  private givenBy(getattr: Value, name: string, place: Place): Value | null {
    const { world } = this;
    const args: Arguments = { positional: [strValue(name, place)], keywords: new Map(), complete: true };
    const { result } = world.journal.tryOut(() => world.call(getattr, args, place, null));
    if (world.raised !== null) world.raised = null;
    return result.kind === 'unknown' || result.kind === 'call' ? null : result;
  }

  /** An arrow, as are others that modules go through on their way to modules: chains of imports are as long as the stack lasts. */
  private readonly load = (name: string): Loaded | null => {
    const known = this.modules.named(name);
    if (known !== undefined) return known;
    const location = this.names.isExternal(name) ? null : this.finder.locate(name);
    if (location === null || location.kind === 'namespace') {
      this.modules.keep(name, null, null);
      return null;
    }
    return this.loadFile(name, location);
  };

  private loadFile(name: string, location: Exclude<Location, { kind: 'namespace' }>): Loaded | null {
    const known = this.modules.at(location.path);
    if (known !== undefined) {
      this.modules.keep(name, null, known);
      return known;
    }
    const source = this.options.files.read(location.path);
    if (isFileFault(source)) {
      this.fail(source.why, `module ${name}`, new SourceFile(location.path, '').start);
      this.modules.keep(name, location.path, null);
      return null;
    }
    return this.run(name, location, source);
  }

  private run(name: string, location: Exclude<Location, { kind: 'namespace' }>, source: SourceFile): Loaded {
    const { body, errors } = syntaxOf(source, this.options.syntaxes ?? null);
    const scope = new Scope('module', null);
    const loaded: Loaded = {
      name,
      path: location.path,
      isPackage: location.kind === 'package',
      isInstalled: location.isInstalled,
      source,
      scope,
      namespace: scope,
      classes: [],
      calls: [],
      errors: this.modules.ranBefore(location.path) ? [] : errors.map((error) => source.placeOf(error)),
      readIn: this.runs,
    };
    this.modules.keep(name, location.path, loaded);
    this.modules.begun(loaded);
    this.world.journal.runModule(loaded, () => this.runBody(body, loaded));
    this.modules.ended(loaded);
    return loaded;
  }

  /** A run reaches a module. Where that stands from an earlier run, its file counts as read in this one. */
  private entered({ path, errors, readIn }: Loaded): void {
    if (readIn !== this.runs) this.options.files.read(path);
    for (const place of errors) {
      this.syntaxErrors.push(place);
      this.fail('it does not parse', null, place);
    }
  }

  /** A module's steps are its own, whoever asked for it. */
  private runBody(body: readonly Statement[], loaded: Loaded): void {
    const { stepsLeft, notes, conditions } = this.world;
    Object.assign(this.world, { stepsLeft: STEPS, notes: loaded.calls, conditions: [] });
    this.running++;
    const frame: Frame = { module: loaded, scope: loaded.scope, qualifier: '', conditions: [], call: null };
    for (const statement of body) {
      const completion = this.runStatement(statement, frame);
      // What an answer raised costs its own statement: a module that could not be imported would not be there.
      if (completion.kind === 'raise' && completion.exception === undefined) break;
    }
    this.running--;
    Object.assign(this.world, { stepsLeft: this.running === 0 ? STEPS : stepsLeft, notes, conditions });
  }

  /** The stack overflows for no code that a person wrote; where it does, one statement is lost. */
  private runStatement(statement: Statement, frame: Frame): Completion {
    const { world } = this;
    const { depth, callDepth, notes, conditions } = world;
    const { branches } = world.journal;
    world.raised = null;
    try {
      return execute([statement], frame, world);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      world.journal.abandon(branches);
      Object.assign(world, { depth, callDepth, notes, conditions });
      lose(namesBound([statement]), 'nests too deep', frame.scope, placeIn(frame, statement), world);
      return { kind: 'normal' };
    }
  }

  private fail(why: string, subject: string | null, place: Place): void {
    this.unread.push({ extent: 'whole', why, subject, table: null, place });
  }
}

/** The place of a name that a reader asked for, which no file wrote. */
function nowhere(name: string): Place {
  return { path: name, line: 1, column: 1, span: { start: 0, end: 0 } };
}
