import { parseArgs } from 'node:util';
import { runSuite } from './run-suite.ts';
import { suites } from './suites/all.ts';

const usage = `usage: npm run -s bench -- <suite> [--persons N] [--runs N] [--only-ours] [--json]
suites: ${Object.entries(suites)
  .map(([name, { about, persons }]) => `\n  ${name.padEnd(12)} ${about} (${persons} people)`)
  .join('')}`;

const { values, positionals } = parseArgs({
  options: {
    persons: { type: 'string' },
    runs: { type: 'string', default: '1' },
    'only-ours': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  allowPositionals: true,
});
const [name = ''] = positionals;
const suite = suites[name];
const persons = Number(values.persons ?? suite?.persons);
const runs = Number(values.runs);
const isCount = (count: number) => Number.isSafeInteger(count) && count > 0;

if (!suite || positionals.length > 1 || !isCount(persons) || !isCount(runs)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const figures = await runSuite(suite, persons, runs, values['only-ours']);
  for (const { name: figure, ours, unit, peers = {}, agree } of figures) {
    if (values.json) {
      console.log(JSON.stringify({ suite: name, name: figure, persons, ours, unit, peers, agree }));
    } else {
      const others = Object.entries(peers).map(([peer, value]) => `, ${peer} ${value} ${unit}`);
      console.log(`${name}: ${figure} ${ours} ${unit}${others.join('')}${agree ? '' : '  RESULT WRONG'}`);
    }
  }
  process.exitCode = figures.every(({ agree }) => agree) ? 0 : 1;
}
