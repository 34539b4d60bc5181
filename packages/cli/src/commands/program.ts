import { Command, CommanderError, Option } from 'commander';
import { explanationOf } from '../host/refusal';
import { verdictVersion } from '../verdict-version';
import { addChangeCommands } from './change-commands';
import { inference, several, withAnswers, withLintRules, withSources, withVerdict } from './command-options';
import type { DiffFlags } from './diff';
import type { ExitStatus } from './exit-status';
import type { ExportFlags } from './export';
import type { FixFlags } from './fix';
import type { InitFlags } from './init';
import type { InspectFlags } from './inspect';
import type { LintFlags } from './lint';
import { withServer } from './server-flags';
import type { TestMigrationsFlags } from './test-migrations';
import type { VerifyFlags } from './verify';
import type { WatchFlags } from './watch';

const scratchHelp = 'an empty database for the real ORMs, of MySQL or MariaDB; others are made for it';

/** Runs the command line. A command is loaded when it is asked for and parsers when something is read: a start is quick. */
export async function run(argv: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const finish = async (result: Promise<ExitStatus>) => {
    status = await result;
  };
  try {
    await program(finish).parseAsync([...argv], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${explanationOf(error)}\n`);
    return 2;
  }
}

function program(finish: (result: Promise<ExitStatus>) => Promise<void>): Command {
  const root = new Command('canonical-schema')
    .description(
      'Keeps a canonical SQL file, Django models and SQLAlchemy models true to each other. Nothing is executed.',
    )
    .version(verdictVersion)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError();

  withVerdict(withSources(root.command('verify')))
    .description('Hold the models against the canonical SQL and report every difference with its places.')
    .option('--json <file>', 'write the findings as JSON; "-" is the standard output')
    .option('--explain', 'print what was tolerated, too')
    .option('--problems', 'print every finding on a line, for problem matchers of editors')
    .option('--write-baseline <file>', 'list what is found now in a file, as known')
    .option('--database [url]', 'also hold a running database against the SQL; DATABASE_URL without a URL')
    .option('--no-cache', 'take nothing from earlier runs')
    .option('--runtime', "let the real ORMs make the readings, in the project's own interpreter")
    .option('--self-check', 'also say where what is read from the text is not what the real ORMs make')
    .option('--url <url>', scratchHelp)
    .option('--timeout <seconds>', 'how long the database or an ORM may take for each step')
    .addHelpText('after', verifyHelp)
    .action(async (flags: VerifyFlags) => finish((await import('./verify.js')).verify(flags)));

  withVerdict(withSources(root.command('watch')))
    .description('Verify, and again whenever a file changes, until stopped: what each change brought and took.')
    .option('--json-lines', 'print each verdict as one line of JSON')
    .addOption(new Option('--json', 'the same').hideHelp())
    .option('--problems', 'print every finding on a line, for problem matchers of editors')
    .option('--explain', 'print what was tolerated, too')
    .addHelpText('after', inference)
    .action(async (flags: WatchFlags) => finish((await import('./watch.js')).watchCommand(flags)));

  withLintRules(withVerdict(withSources(root.command('lint'))))
    .description('Hold the canonical SQL file to its own rules: idempotence, version log, comments, changes.')
    .option('--json <file>', 'write the findings as JSON; "-" is the standard output')
    .option('--explain', 'print what was tolerated, too')
    .option('--write-baseline <file>', 'list what is found now in a file, as known')
    .addHelpText('after', verifyHelp)
    .action(async (flags: LintFlags) => finish((await import('./lint.js')).lint(flags)));

  withAnswers(withLintRules(withVerdict(withSources(root.command('fix')))))
    .description('Mend in place what lint finds and can mend, and by code what verify finds.')
    .argument('[codes...]', 'such as not-idempotent or column-type; all of the SQL file itself without')
    .option('--dry-run', 'print what would change as a patch, and write nothing')
    .addHelpText('after', inference)
    .action(async (codes: readonly string[], flags: FixFlags) => finish((await import('./fix.js')).fix(codes, flags)));

  withVerdict(withSources(root.command('test-migrations')))
    .description("Run Django's real migrations in an empty database and hold what they leave against the SQL.")
    .option('--from <revision>', 'run the migrations of this git revision first')
    .option('--url <url>', 'an empty database to use; without, an embedded PostgreSQL or a file of SQLite')
    .option('--timeout <seconds>', 'how long the migrations may take; 300 without')
    .option('--json <file>', 'write the findings as JSON; "-" is the standard output')
    .option('--explain', 'print what was tolerated, too')
    .addHelpText('after', inference)
    .action(async (flags: TestMigrationsFlags) =>
      finish((await import('./test-migrations.js')).testMigrationsCommand(flags)),
    );

  addChangeCommands(root, finish);

  root
    .command('init')
    .description(
      'Find what describes the database and write the configuration; with --from the first canonical file, too.',
    )
    .option('--from <source>', 'write the canonical file from django, sqlalchemy or database, where there is none')
    .option('--url <url>', 'the running database; DATABASE_URL without')
    .option('--timeout <seconds>', 'how long the database may take for each step; 30 without')
    .option('--canonical <file>', 'the canonical SQL file, there or to be written')
    .option('--django <directory>', 'the directory of a manage.py; may be repeated', several)
    .option('--sqlalchemy <directory>', 'a directory of SQLAlchemy models; may be repeated', several)
    .option('--dialect <name>', 'the server, where it is not PostgreSQL: mysql, mariadb or sqlite')
    .option('--sync', 'let nx sync bring the models after the SQL')
    .option('--dry-run', 'print what would change as a patch, and write nothing')
    .action(async (flags: InitFlags) => finish((await import('./init.js')).initCommand(flags)));

  withSources(root.command('export'))
    .description('Write what each ORM would create as SQL, beside the canonical file.')
    .option('--runtime', "let the real ORMs make the tables, in the project's own interpreter")
    .option('--url <url>', scratchHelp)
    .option('--timeout <seconds>', 'how long an ORM may take; 300 without')
    .addHelpText('after', exportHelp)
    .action(async (flags: ExportFlags) => finish((await import('./export.js')).exportCommand(flags)));

  withServer(root.command('diff'))
    .description('Print how two descriptions of a database differ, table by table.')
    .argument('<a>', 'an SQL file, a directory, or django-models:DIR, django-migrations:DIR, sqlalchemy:DIR')
    .argument('<b>', 'what is held against it')
    .option('--installed <directory>', "the models' virtual environment or site-packages")
    .option('--json <file>', 'write the differences as JSON; "-" is the standard output')
    .option('--explain', 'print what was tolerated, too')
    .addHelpText('after', diffHelp)
    .action(async (a: string, b: string, flags: DiffFlags) =>
      finish((await import('./diff.js')).diffCommand(a, b, flags)),
    );

  withServer(root.command('inspect'))
    .description('Print the database as one source describes it, as JSON.')
    .argument('<source>', 'canonical, django-models, django-migrations, sqlalchemy or database')
    .option('--root <directory>', 'where the source is; for canonical it may be the SQL file')
    .option(
      '--url <url>',
      'the running database, as postgresql://user@host:5432/name, mysql://…, mariadb://… or sqlite:///path/file.db; DATABASE_URL without',
    )
    .option('--timeout <seconds>', 'how long the database may take for each step; 30 without')
    .option('--include <directory>', 'a further directory that the models import from; may be repeated', several)
    .option('--settings <module>', "Django's settings module")
    .option('--installed <directory>', "the models' virtual environment or site-packages")
    .option('--orm-version <version>', "Django's or SQLAlchemy's version, where no file says it")
    .option('--json <file>', 'write to a file instead of the standard output')
    .action(async (source: string, flags: InspectFlags) =>
      finish((await import('./inspect.js')).inspect(source, flags)),
    );
  return root;
}

const exportHelp = `${inference}

The files are schema_django.sql and schema_sqlalchemy.sql. A file that was not written by this command is left alone.`;

const diffHelp = `
Exit status: 0 both describe the same, 1 they differ or something could not be read, 2 they could not be compared.`;

const verifyHelp = `${inference}

Exit status: 0 nothing at error level, 1 at least one error, 2 the command could not do its work.`;
