import type {
  Code,
  Dialect,
  Fact,
  FileTree,
  Place,
  Reading,
  Source,
  SourceFile,
  Span,
  Subject,
  TextEdit,
} from '@canonical-schema/schema';
import type { Comment } from '../comments/comments';
import type { VersionLog } from '../version-log/version-log';

/** What the users of a canonical file may decide about its rules. */
export interface LintOptions {
  /**
   * Statements that PostgreSQL has no `IF [NOT] EXISTS` for (CREATE TYPE, ADD CONSTRAINT, …): `off` leaves them alone,
   * which is the default; `require` wants them in a DO block that asks first.
   */
  readonly guarded?: 'off' | 'require';
  /** Which tables and columns need a comment: none (the default), those that the base revision lacks, or all. */
  readonly comments?: 'off' | 'new' | 'all';
  /** Where the newest entry of the version log stands: `oldest-first`, at the bottom, is the default. */
  readonly versionLog?: 'oldest-first' | 'newest-first';
}

/** The description of the database in one Python source, at the base revision and now. */
export interface ChangedSource {
  /** What a person calls it: its configured root. */
  readonly name: string;
  readonly before: Reading;
  readonly after: Reading;
}

/** What stood at the revision that changes are told from. */
export interface LintBase {
  /** Null where the canonical file did not exist. */
  readonly canonical: SourceFile | null;
  /** The sources that changed since; those that did not may be left out. */
  readonly sources: readonly ChangedSource[];
}

/** What a canonical file is judged with. */
export interface LintContext {
  /** Answers whether a migration that the version log names is there. */
  readonly files: Pick<FileTree, 'kindOf'>;
  readonly options?: LintOptions;
  /** What the file is written in; PostgreSQL's SQL if not given. */
  readonly dialect?: Dialect;
  /** The server's version, as a reading assumes it. */
  readonly version?: string;
  /** Without it, the rules about changes are silent; unreadable, they say once why they could not look. */
  readonly base?: Fact<LintBase>;
}

/** One file as rules see it: read, with its comments. */
export interface LintedFile {
  readonly file: SourceFile;
  readonly comments: readonly Comment[];
  readonly reading: Reading;
  readonly log: VersionLog;
}

/** Everything that a rule may look at. */
export interface LintSubject extends LintedFile {
  readonly files: Pick<FileTree, 'kindOf'>;
  readonly options: Required<LintOptions>;
  /** The same file at the base revision; null where that is not known, or it did not exist. */
  readonly base: LintedFile | null;
  readonly sources: readonly ChangedSource[];
}

/** What a rule has to say: a finding about the canonical file without what is the same for all findings of the rule. */
export interface Remark {
  readonly subject: Subject;
  /** Fact, place, remedy, without blame. */
  readonly message: string;
  /** Where in the file. */
  readonly span: Span;
  /** Edits of the file after which the rule is silent; absent where only a person can mend it. */
  readonly fix?: readonly TextEdit[];
  /** Where another source departs from the file, and where it says so. */
  readonly departs?: Source;
  readonly cause?: Place;
}

/** One rule of the canonical file, in the file named by its code. */
export interface Lint {
  readonly code: Code;
  /** In the order of the file. */
  check(subject: LintSubject): readonly Remark[];
}
