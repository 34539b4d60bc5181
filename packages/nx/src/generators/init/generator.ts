import type { Dialect } from '@canonical-schema/schema';
import { logger, type Tree } from '@nx/devkit';
import { explanationOf, type InitPlan, momentOf, patchOf, planInit, Refusal, reportOf } from 'canonical-schema';
import { hostOfTree } from '../tree/tree-host';
import { writeToTree } from '../tree/write-to-tree';

/** The options of `nx g @canonical-schema/nx:init`, which `nx add` runs without any. */
export interface InitOptions {
  /** Whose models, or which database, the canonical file is written from where there is none. */
  readonly from?: 'django' | 'sqlalchemy' | 'database';
  /** The running database; `DATABASE_URL` if not given. */
  readonly url?: string;
  /** Registers the sync generator, so that `nx sync` brings the models after the SQL. */
  readonly sync?: boolean;
  readonly canonical?: string;
  /** The server, where it is not PostgreSQL. */
  readonly dialect?: Dialect;
  /** A bare text is a list of one, as Nx gives an option that is said once. */
  readonly django?: string | readonly string[];
  readonly sqlalchemy?: string | readonly string[];
}

/** Writes the plugin's entry with what the workspace shows, the outputs to ignore, and where asked a first canonical file. */
export default async function init(tree: Tree, options: InitOptions = {}): Promise<void> {
  const plan = await planned(tree, options);
  logger.info(plan.said.join('\n'));
  if (process.env.NX_DRY_RUN === 'true') logger.info(patchOf(plan.files));
  writeToTree(tree, plan.files);
  if (plan.verdict !== null) logger.info(await reportOf(plan.verdict, { explain: false, colour: false }));
}

async function planned(tree: Tree, options: InitOptions): Promise<InitPlan> {
  const host = hostOfTree(tree);
  const pathOf = (path: string): string => host.disk.pathOf(path);
  const { from, url, sync, canonical, dialect } = options;
  const [django, sqlalchemy] = [listOf(options.django), listOf(options.sqlalchemy)];
  try {
    return await planInit(
      {
        today: momentOf().today,
        ...(from === undefined ? {} : { from }),
        ...(url === undefined ? {} : { database: { url } }),
        ...(dialect === undefined ? {} : { dialect }),
        ...(sync === undefined ? {} : { sync }),
        ...(canonical === undefined ? {} : { canonical: pathOf(canonical) }),
        ...(django === undefined ? {} : { django: django.map(pathOf) }),
        ...(sqlalchemy === undefined ? {} : { sqlalchemy: sqlalchemy.map(pathOf) }),
      },
      host,
    );
  } catch (error) {
    throw error instanceof Refusal ? new Error(explanationOf(error)) : error;
  }
}

function listOf(option: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof option === 'string' ? [option] : option;
}
