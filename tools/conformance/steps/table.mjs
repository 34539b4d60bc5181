const begin = '<!-- conformance: begin -->';
const end = '<!-- conformance: end -->';

const columns = {
  project: ({ name, version }) => `${name} ${version}`,
  read: ({ of }) => of,
  tables: ({ tables }) => tables,
  facts: (row) => factsIn(row),
  equal: ({ equal }) => equal,
  unreadable: ({ unread }) => unread,
  wrong: ({ wrong }) => wrong,
};

/** The rows as a Markdown table, with a last row for all of them. */
export function tableText(rows) {
  const names = Object.keys(columns);
  const lines = [...rows, ...(rows.length > 2 ? [totalOf(rows)] : [])].map((row) =>
    Object.values(columns).map((of) => of(row)),
  );
  const marks = names.map((_, at) => (at < 2 ? '---' : '---:'));
  return [names, marks, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const factsIn = ({ equal, unread, wrong }) => equal + unread + wrong;

function totalOf(rows) {
  const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
  const counts = ['tables', 'equal', 'unread', 'wrong'].map((name) => [name, sum((row) => row[name])]);
  return { name: 'all', version: '', of: '', ...Object.fromEntries(counts) };
}

/** The text with the table between its marks. */
export function withTable(text, rows) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${begin} and ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${tableText(rows)}\n${text.slice(to)}`;
}
