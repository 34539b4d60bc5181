import type { FileDraft } from '../../edits/file-draft';
import type { LoadedModels } from '../loaded-models';
import type { FileDrafts } from './files-of-project';
import { isProblem, type Problem } from './problem';

/** The file that a new model of an app goes to. */
export interface ModelsFile {
  readonly path: string;
  /** Dotted name. */
  readonly module: string;
  readonly draft: FileDraft;
  /** The package's own file, where that gives the names of its modules to others; null for none. */
  readonly listIn: FileDraft | null;
}

/** `models.py` of an app, or the fullest module of its `models` package; a new `models.py` where it has none. */
export function modelsFile(app: string, loaded: LoadedModels, drafts: FileDrafts): ModelsFile | Problem {
  const { project, apps } = loaded;
  const name = apps.appLabelled(app)?.name ?? app;
  const models = project.program.moduleNamed(`${name}.models`);
  if (models === null) return newFile(name, loaded, drafts);
  const chosen = models.isPackage ? (fullestModule(`${name}.models`, app, loaded) ?? models) : models;
  const draft = drafts.draft(chosen.path);
  if (draft === null) return { why: `${chosen.path} cannot be edited.`, remedy: 'Write the model by hand.' };
  const [broken] = draft.file.syntax.errors;
  if (broken !== undefined) {
    return {
      why: `${chosen.path} does not parse.`,
      remedy: 'Mend the file first.',
      place: draft.file.source.placeOf(broken),
    };
  }
  const list = chosen === models ? null : drafts.draft(models.path);
  return {
    path: chosen.path,
    module: chosen.name,
    draft,
    listIn: list !== null && gives(list, chosen.name) ? list : null,
  };
}

/** Does a package import names from one of its modules one by one? */
function gives({ file }: FileDraft, module: string): boolean {
  const last = module.slice(module.lastIndexOf('.') + 1);
  return file.syntax.body.some(
    (each) =>
      each.kind === 'import-from' &&
      each.names !== null &&
      (each.level === 1 ? each.module === last : each.module === module),
  );
}

function fullestModule(name: string, app: string, { all, project }: LoadedModels) {
  const counts = new Map<string, number>();
  for (const { place, app: owner } of all.values()) {
    if (owner === app && place !== null) counts.set(place.path, (counts.get(place.path) ?? 0) + 1);
  }
  const paths = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([path]) => path);
  const modules = paths.map((path) => project.program.moduleAt(path));
  return modules.find((module) => module?.name.startsWith(`${name}.`)) ?? null;
}

function newFile(name: string, { project, all }: LoadedModels, drafts: FileDrafts): ModelsFile | Problem {
  const home = project.program.moduleNamed(name) ?? project.program.moduleNamed(`${name}.apps`);
  if (home === null)
    return { why: `The package of the app ${name} was not found.`, remedy: 'Write the model by hand.' };
  const path = `${home.path.slice(0, home.path.lastIndexOf('/') + 1)}models.py`;
  const other = [...all.values()].flatMap(({ place }) => (place === null ? [] : (drafts.draft(place.path) ?? [])))[0];
  const draft = drafts.draft(path) ?? drafts.create(path, other?.file.style ?? null);
  return isProblem(draft) ? draft : { path, module: `${name}.models`, draft, listIn: null };
}
