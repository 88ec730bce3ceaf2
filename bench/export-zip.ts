import { exportTask } from '#modules/exchange/server';
import { openStore } from '../server/open-store.ts';
import { firstPeople } from './sample-store.ts';

// The export of the page: Word files of so many people into one zip.
const [data = '', count = '0', path = ''] = process.argv.slice(2);
const store = await openStore(data);
try {
  const tools = { progress: () => {}, signal: new AbortController().signal };
  const ids = firstPeople(data, Number(count));
  await exportTask(store, { ids, format: 'docx', variant: 'A4', set: 'A01', subject: 'person', path }, tools);
} finally {
  await store.db.destroy();
}
