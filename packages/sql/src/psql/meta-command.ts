/** What a psql meta-command has to do with the schema. */
export type MetaEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly extent: 'whole' | 'fact'; readonly why: string };

/** Commands that bring in, or decide about, SQL that is not read. All others print, connect or set something. */
const unread: Readonly<Record<string, (argument: string) => MetaEffect>> = {
  i: included,
  include: included,
  ir: included,
  include_relative: included,
  if: (argument) => ({ kind: 'unread', extent: 'fact', why: `depends on the psql condition ${argument}` }),
  elif: (argument) => ({ kind: 'unread', extent: 'fact', why: `depends on the psql condition ${argument}` }),
  gexec: () => ({ kind: 'unread', extent: 'whole', why: "runs a query's result as statements" }),
};

function included(argument: string): MetaEffect {
  return { kind: 'unread', extent: 'whole', why: `includes ${argument}, which is not read` };
}

/** The effect of `\command argument`. */
export function metaEffect(command: string, argument: string): MetaEffect {
  return Object.hasOwn(unread, command) ? (unread[command]?.(argument) ?? { kind: 'none' }) : { kind: 'none' };
}
