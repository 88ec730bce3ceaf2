import { importsOf, type ImportEdge, type SourceFile } from './imports.ts';

/** Each folder at the top with those that it may use; tests, and what is made for them, may use everything. */
const directions: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  documents: [],
  platform: ['engine', 'documents'],
  modules: ['platform', 'engine', 'documents'],
  server: ['modules', 'platform', 'engine', 'documents', 'migrations', 'fixtures'],
  cli: ['server', 'modules', 'platform', 'engine', 'documents', 'fixtures'],
  web: ['modules', 'platform', 'engine', 'documents'],
  bench: ['server', 'cli', 'modules', 'platform', 'engine', 'documents', 'migrations', 'fixtures'],
  scripts: ['server', 'modules', 'platform', 'engine', 'documents', 'fixtures'],
  root: ['scripts'],
  migrations: [],
};

/** Each module stands on some of those before it. */
const modulesBelow: Readonly<Record<string, readonly string[]>> = {
  identity: [],
  organization: [],
  cadres: ['identity', 'organization'],
  exchange: ['identity', 'organization', 'cadres'],
  query: ['identity', 'organization', 'cadres'],
  statistics: ['identity', 'organization', 'cadres', 'query'],
  rosters: ['identity', 'organization', 'cadres', 'query'],
  quotas: ['identity', 'organization', 'cadres', 'query'],
  reorganization: ['identity', 'organization', 'cadres', 'query', 'quotas'],
  sheets: ['identity', 'organization', 'cadres', 'exchange', 'query'],
  duplicates: ['identity', 'organization', 'cadres', 'exchange', 'query'],
  checks: ['identity', 'organization', 'cadres', 'query'],
  reserve: ['identity', 'organization', 'cadres', 'query'],
};

const documentsBelow: Readonly<Record<string, readonly string[]>> = {
  formats: [],
  form: ['formats'],
  render: ['form', 'formats'],
};

/** Folders without Node and without the browser. */
const pure = /^(engine|documents\/(formats|form)|platform\/model|modules\/\w+\/model)\//;
const browser = /^(web|platform\/web|modules\/\w+\/web)\//;
const hasDoor = /^(engine|documents|platform|modules|fixtures|migrations)\//;
const doors =
  /^((documents|platform|fixtures)\/\w+|modules\/\w+(\/(server|web))?|engine|migrations)\/index\.ts$/;

/** Packages and the only places that may name them. */
const keepers: readonly (readonly [RegExp, RegExp])[] = [
  [/^(@fastify\/|fastify)/, /^platform\/server\/http\//],
  [/^node:sqlite$/, /^(platform\/server\/database|bench)\//],
  [/^(react|react-dom|antd|@ant-design|@tanstack)(\/|$)/, browser],
];

/** Is the file a test, or a helper of tests (`test-store.ts`, `form-arbitrary.ts`, `expected-sets.ts`)? */
export function isForTests(path: string): boolean {
  return (
    /^(tests|fixtures)\//.test(path) ||
    /^(?!scripts\/).*(\.test\.tsx?|\/(test-[\w-]+|[\w-]+-arbitrary|expected-[\w-]+)\.tsx?)$/.test(path)
  );
}

/** What is wrong with the import lines and the doors of these files, a sentence each. */
export function brokenWalls(files: readonly SourceFile[]): string[] {
  const ours = files.filter(({ path }) => !isForTests(path));
  const misplaced = files
    .filter(({ path }) => path.endsWith('/index.ts') && !doors.test(path))
    .map(({ path }) => `${path}: index.ts is the name of doors only`);
  return [
    ...misplaced,
    ...ours.flatMap((file) =>
      importsOf(file).flatMap((edge) => {
        const fault = faultOf(edge);
        return fault === null ? [] : [`${edge.from} → ${edge.specifier}: ${fault}`];
      }),
    ),
  ];
}

function faultOf(edge: ImportEdge): string | null {
  return /^[.#]/.test(edge.specifier) ? faultWithin(edge) : packageFault(edge);
}

function packageFault({ from, to }: ImportEdge): string | null {
  if (to.startsWith('node:') && (pure.test(from) || browser.test(from))) return 'no Node here';
  if (/^react|^antd|^fastify|^kysely/.test(to) && pure.test(from)) return 'pure code uses no framework';
  const kept = keepers.find(([name, place]) => name.test(to) && !place.test(from));
  return kept ? `only ${String(kept[1])} may name ${to}` : null;
}

function faultWithin({ from, specifier, to }: ImportEdge): string | null {
  if (/^[\w.-]+$/.test(to)) return null;
  const layer = layerOf(from);
  const target = layerOf(to);
  if (target !== layer && !directions[layer]?.includes(target)) return `${layer} may not use ${target}`;
  if (isForTests(to) && target !== 'fixtures') return 'this is made for tests';
  const home = roomOf(from);
  const room = roomOf(to);
  if (home === room) return specifier.startsWith('#') ? 'a folder does not come in by its own door' : null;
  const sameModule = home.startsWith(`${room.split('/').slice(0, 2).join('/')}/`) && layer === 'modules';
  if (hasDoor.test(to) && !sameModule && !specifier.startsWith('#')) return 'only through the door';
  if (specifier.startsWith('#') && !doors.test(to)) return 'there is no such door';
  return orderFault(home, room) ?? sideFault(home, room);
}

function layerOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'root';
}

/** The folder behind one door: `platform/model`, `modules/cadres/server`, or the whole of `server`. */
function roomOf(path: string): string {
  const [layer = '', name = '', part = ''] = path.split('/');
  if (layer === 'modules') return `modules/${name}/${part === 'server' || part === 'web' ? part : 'model'}`;
  return ['platform', 'documents', 'fixtures'].includes(layer) ? `${layer}/${name}` : layer;
}

/** What runs in the browser and what runs in the server never meet; what both have knows neither. */
function sideFault(home: string, room: string): string | null {
  const [mine, other] = [sideOf(home), sideOf(room)];
  if (other === 'both' || other === mine) return null;
  return mine === 'both' ? `model may not use ${other}` : `${mine} may not use ${other}`;
}

function sideOf(room: string): 'server' | 'web' | 'both' {
  if (/^(web$|platform\/web|modules\/\w+\/web)/.test(room)) return 'web';
  return pure.test(`${room}/`) ? 'both' : 'server';
}

function orderFault(home: string, room: string): string | null {
  const [layer = '', name = ''] = home.split('/');
  const [target = '', other = ''] = room.split('/');
  if (layer !== target) return null;
  if (layer === 'documents' && !documentsBelow[name]?.includes(other)) return `${name} may not use ${other}`;
  if (layer !== 'modules' || name === other) return null;
  return modulesBelow[name]?.includes(other) ? null : `${name} does not stand on ${other}`;
}
