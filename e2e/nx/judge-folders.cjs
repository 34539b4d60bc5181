/**
 * Verifies folders with `schema.sql`, `django_app/` and `database/` each: reads `{ root, names }` from the standard
 * input, answers `{ name: { report, findings } }`, with everything that was tolerated in the report.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { findingsText, openHost, planOf, reportOf, verifySchema } = require('canonical-schema');

const options = { canonical: 'schema.sql', django: ['django_app'], sqlalchemy: ['database'] };

async function main({ root, names }) {
  const answers = {};
  for (const name of names) {
    const host = openHost(join(root, name), {});
    const plan = planOf(options, { files: [], textOf: () => '', projectOf: () => '.' });
    const outcome = await verifySchema({ ...plan.options, schemas: plan.schemas }, host);
    const report = await reportOf(outcome, { explain: true, colour: false });
    answers[name] = { report, findings: JSON.parse(await findingsText(outcome)).findings };
  }
  process.stdout.write(JSON.stringify(answers));
}

main(JSON.parse(readFileSync(0, 'utf8')));
