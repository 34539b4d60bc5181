import type { Command } from 'commander';
import type { ChangeFlags } from './change';
import { changeVerbs, type VerbFlags } from './change-verbs';
import { inference, several, withAnswers, withSources, withVerdict } from './command-options';
import type { ExitStatus } from './exit-status';
import type { SyncFlags } from './sync';

type Finish = (result: Promise<ExitStatus>) => Promise<void>;

const group = 'Changes of the SQL, the models and the migrations at once:';

/** Adds the commands that write: a verb for each change, a file of changes, and sync. */
export function addChangeCommands(root: Command, finish: Finish): void {
  for (const { name, description, arguments: words, options, request } of changeVerbs) {
    const command = root.command(name).helpGroup(group).description(description);
    for (const [syntax, meaning] of words) command.argument(syntax, meaning);
    for (const [syntax, meaning, repeated] of options)
      repeated === undefined ? command.option(syntax, meaning) : command.option(syntax, meaning, several);
    withChanging(command).action(async (...given: readonly unknown[]) => {
      const { changeCommand } = await import('./change.js');
      const flags = command.opts<ChangeFlags & VerbFlags>();
      return finish(changeCommand(request(wordsOf(given.slice(0, words.length)), flags), flags));
    });
  }

  withChanging(root.command('change').helpGroup(group))
    .description('Make the changes of a file of ordinary statements.')
    .argument('<file>', 'ALTER TABLE, CREATE TABLE, CREATE INDEX and their like')
    .action(async (path: string, flags: ChangeFlags) =>
      finish((await import('./change.js')).changeFileCommand(path, flags)),
    );

  withAnswers(withVerdict(withSources(root.command('sync').helpGroup(group))))
    .description('Make the models and migrations follow the canonical SQL, which stays as it is.')
    .option('--check', 'say what would change and fail where anything would')
    .option('--dry-run', 'print what would change as a patch, and write nothing')
    .addHelpText('after', syncHelp)
    .action(async (flags: SyncFlags) => finish((await import('./sync.js')).sync(flags)));
}

function withChanging(command: Command): Command {
  return withAnswers(withVerdict(withSources(command)))
    .option('--schema <file>', 'the canonical SQL file to change, where there are several')
    .option('--placement <append|inline>', 'statements at the end of the SQL file, or edits of those that are there')
    .option('--inline', 'the same as --placement inline')
    .option('--dry-run', 'print what would change as a patch, and write nothing')
    .addHelpText('after', changeHelp);
}

/** What commander gives for the arguments of a command, as a list of words. */
function wordsOf(given: readonly unknown[]): readonly string[] {
  return given.flat().flatMap((word) => (typeof word === 'string' ? [word] : []));
}

const changeHelp = `${inference}

All files are written or none. Exit status: 0 done, 1 the change would bring new findings, 2 it could not be made.`;

const syncHelp = `${inference}

What needs a person is asked on a terminal; elsewhere the flag that answers it is named.
Exit status: 0 done or nothing to do, 1 findings at error level stay or --check found something, 2 it could not be done.`;
