import { type NxPackages, ownNx } from '../nx/packed-packages';

/** One way in which users run Nx. */
export interface Setting {
  readonly title: string;
  readonly nx: NxPackages;
  readonly manager: 'npm' | 'pnpm';
  readonly hasDaemon: boolean;
  /** Does `nx affected` look at tasks and their inputs, rather than at projects as it did before Nx 24? */
  readonly isTaskLevel: boolean;
}

/** The newest minors of the majors before the one that this repository is built with. */
export const nx22: NxPackages = { nx: '22.7.12', '@nx/devkit': '22.7.12' };
const nx23: NxPackages = { nx: '23.3.2', '@nx/devkit': '23.3.2' };

/** What `node e2e/supported/run.mjs` goes through; each row becomes a column of the table in the plugin's README. */
export const settings: readonly Setting[] = [
  { ...usual(nx22), isTaskLevel: false },
  { ...usual(nx23), isTaskLevel: false },
  usual(ownNx()),
  { ...usual(ownNx()), title: `Nx ${ownNx().nx}, daemon`, hasDaemon: true },
  { ...usual(ownNx()), title: `Nx ${ownNx().nx}, pnpm`, manager: 'pnpm' },
];

function usual(nx: NxPackages): Setting {
  return { title: `Nx ${nx.nx}`, nx, manager: 'npm', hasDaemon: false, isTaskLevel: true };
}
