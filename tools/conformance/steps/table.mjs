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

/** The rows as a Markdown table. */
export function tableText(rows) {
  const names = Object.keys(columns);
  const marks = names.map((_, at) => (at < 2 ? '---' : '---:'));
  const lines = rows.map((row) => Object.values(columns).map((of) => of(row)));
  return [names, marks, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** What the rows of each kind of description come to, and all rows together. */
export function totals(rows) {
  const kindOf = ({ of }) => of.replace(/ \d[\w.]*/, '');
  const kinds = [...new Set(rows.map(kindOf))];
  const sums = kinds.map((kind) =>
    sumOf(
      kind,
      rows.filter((row) => kindOf(row) === kind),
    ),
  );
  return [...sums, sumOf('everything', rows)];
}

function sumOf(kind, rows) {
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  const names = new Set(rows.map(({ name }) => name));
  const counts = ['tables', 'equal', 'unread', 'wrong'].map((name) => [name, sum(name)]);
  return { name: String(names.size), version: 'projects', of: kind, ...Object.fromEntries(counts) };
}

function factsIn({ equal, unread, wrong }) {
  return equal + unread + wrong;
}

/** The text with the figures between its marks: what each kind comes to, and every project folded away. */
export function withTable(text, rows) {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${begin} and ${end}.`);
  const every = `<details>\n<summary>Every project</summary>\n\n${tableText(rows)}\n\n</details>`;
  return `${text.slice(0, from + begin.length)}\n\n${tableText(totals(rows))}\n\n${every}\n\n${text.slice(to)}`;
}
