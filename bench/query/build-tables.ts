// Makes the tables of so many people from the generator and writes their snapshot: `build-tables.ts FILE PERSONS
// [text]`. Prints what it took as JSON.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createDataset, createMemory, snapshotChunks } from '#engine';
import { datasetSchema, sourcePerson } from './tables.ts';
import { unitsOf } from './units.ts';

const [file = '', persons = '0', text] = process.argv.slice(2);
const size = Number(persons);
const withText = text === 'text';
const { memory, kernel } = createMemory(1 << 20);
const dataset = createDataset(datasetSchema(withText), memory, kernel);

/** People made before they are handed over: what making them takes is not counted. */
const piece = 2000;
let seconds = 0;

function timed(work: () => void): void {
  const started = performance.now();
  work();
  seconds += (performance.now() - started) / 1000;
}

timed(() => {
  dataset.reserve(size);
  dataset.loadUnits([...unitsOf(size)]);
});
for (let from = 0; from < size; from += piece) {
  const numbers = Array.from({ length: Math.min(piece, size - from) }, (_, index) => from + index);
  const people = numbers.map((number) => sourcePerson(number, size, withText));
  timed(() => dataset.append(people));
}
const rows = seconds;
timed(() => {
  for (const _step of dataset.finish());
});

const descriptor = openSync(file, 'w');
const started = performance.now();
for (const chunk of snapshotChunks(dataset, { size, withText })) writeSync(descriptor, chunk);
closeSync(descriptor);
const written = (performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, rows, written }));
