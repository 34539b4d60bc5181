import type { FSWatcher } from 'chokidar' with { 'resolution-mode': 'import' };
import type { WatchedFiles } from './watched-files';

/** What happened to a file, by its absolute path. */
type Heard = (path: string, what: 'changed' | 'came' | 'went') => void;

/** What happens to the files that are watched at the moment. */
export class FileEvents {
  private watcher: FSWatcher | null = null;
  private key: string | null = null;

  constructor(
    private readonly heard: Heard,
    private readonly directories: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Watches these files and no others; resolves when it does, with false where it did before. */
  async watch({ roots, key, isPassedOver }: WatchedFiles): Promise<boolean> {
    if (key === this.key) return false;
    const { watch } = await import('chokidar');
    const kindOf = (stats: { isDirectory(): boolean } | undefined) =>
      stats === undefined ? null : stats.isDirectory() ? ('directory' as const) : ('file' as const);
    await this.close();
    const watcher = watch([...roots], {
      ignoreInitial: true,
      ignored: (path, stats) => isPassedOver(path, kindOf(stats)),
    });
    watcher.on('change', (path) => this.heard(path, 'changed'));
    watcher.on('add', (path) => this.heard(path, 'came'));
    watcher.on('unlink', (path) => this.heard(path, 'went'));
    watcher.on('addDir', () => this.directories());
    watcher.on('unlinkDir', () => this.directories());
    watcher.on('error', (error) => this.failed(error));
    this.watcher = watcher;
    this.key = key;
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return true;
  }

  async close(): Promise<void> {
    await this.watcher?.close();
    this.watcher = null;
    this.key = null;
  }
}
