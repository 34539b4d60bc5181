import type { Command } from 'commander';
import { withServer } from './server-flags';

/** Gathers the values of an option that may be repeated. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The flags that several commands name their sources by. */
export function withSources(command: Command): Command {
  const sources = command
    .option('--canonical <file>', 'the canonical SQL file')
    .option('--django <directory>', 'a Django project, where its manage.py is; may be repeated', several)
    .option('--sqlalchemy <directory>', 'a directory with SQLAlchemy models; may be repeated', several)
    .option('--include <directory>', 'a further directory that the models import from; may be repeated', several)
    .option('--mirror <all|subset>', 'subset: the models may know less than the SQL');
  return withServer(sources)
    .option('--installed <directory>', "the models' virtual environment or site-packages")
    .option('--config <file>', "the plugin's options as JSON; flags win over it");
}

/** The flags that decide severities. */
export function withVerdict(command: Command): Command {
  return command
    .option('--rule <code=class>', 'off, tolerated, warning or error for a finding code; may be repeated', several)
    .option('--strict', 'everything unreadable is an error')
    .option('--max-warnings <count>', 'fail when there are more warnings')
    .option('--baseline <file>', 'findings that are known and tolerated, as --write-baseline lists them');
}

/** The flags that decide what lint looks for. */
export function withLintRules(command: Command): Command {
  return command
    .option('--base <revision>', "tell changes from this revision; NX_BASE, nx.json's defaultBase or main without")
    .option('--guarded <off|require>', 'require: a DO block around what PostgreSQL has no IF NOT EXISTS for')
    .option('--comments <off|new|all>', 'which tables and columns need a comment')
    .option('--version-log <oldest-first|newest-first>', 'where the newest version stands');
}

/** The flags that answer what would be asked on a terminal. */
export function withAnswers(command: Command): Command {
  return command
    .option('--app <label>', 'the Django app of new tables, or table=app for one of them; may be repeated', several)
    .option('--module <file>', 'the file of SQLAlchemy models of new tables, or table=file; may be repeated', several)
    .option('--rename <old=new>', 'stocks.symbol=ticker: the column has another name now; may be repeated', several)
    .option('--drop <name>', 'stocks.symbol: the column goes, with its data; may be repeated', several)
    .option(
      '--fill <column=value>',
      'stocks.shares=0: what rows get, in Python, where NULL is not allowed; may be repeated',
      several,
    )
    .option('--accept-data-loss', 'everything that the SQL lacks goes, with its data');
}

/** What is worked on where nothing is named. */
export const inference = `
Without --canonical, --django and --sqlalchemy the files below the current directory are looked through for
schema_canonical.sql, manage.py and SQLAlchemy models.`;
