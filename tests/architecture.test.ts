import { describe, expect, it } from 'vitest';
import { importsOf } from './support/imports.ts';
import { sourceFiles } from './support/source-files.ts';
import { brokenWalls, isForTests } from './support/walls.ts';

const files = sourceFiles();
const layerOf = (path: string) => path.split('/')[0] ?? '';

/** What one made-up file with one import line is blamed for. */
function blame(path: string, specifier: string): string {
  const [fault = ''] = brokenWalls([{ path, text: `import { x } from '${specifier}';\n` }]);
  return fault.slice(fault.indexOf(': ') + 2);
}

describe('the walls', () => {
  it('stand: every import goes in an allowed direction, through a door', () => {
    expect(brokenWalls(files)).toEqual([]);
  });

  it('were really looked at: every folder has files, and every expected direction is used', () => {
    const ours = files.filter(({ path }) => !isForTests(path));
    const count = Map.groupBy(ours, ({ path }) => layerOf(path));
    for (const layer of ['documents', 'platform', 'modules', 'server', 'cli', 'web', 'migrations']) {
      expect(count.get(layer)?.length ?? 0, layer).toBeGreaterThan(3);
    }
    const edges = new Set(ours.flatMap(importsOf).map(({ from, to }) => `${layerOf(from)} → ${layerOf(to)}`));
    const expected = [
      'modules → platform',
      'modules → documents',
      'server → modules',
      'server → migrations',
      'server → fixtures',
      'cli → server',
      'cli → modules',
      'web → modules',
      'web → platform',
    ];
    expect(expected.filter((edge) => !edges.has(edge))).toEqual([]);
    for (const module of [
      'identity',
      'organization',
      'cadres',
      'exchange',
      'query',
      'statistics',
      'rosters',
      'quotas',
      'reorganization',
      'sheets',
      'reserve',
      'duplicates',
      'checks',
    ]) {
      for (const part of ['model', 'server', 'web']) {
        const found = ours.filter(({ path }) => path.startsWith(`modules/${module}/${part}/`));
        expect(found.flatMap(importsOf).length, `${module}/${part}`).toBeGreaterThan(0);
      }
    }
  });

  it('name every import line that the program has', () => {
    const missed = files.flatMap((file) => {
      const lines = file.text.match(/^(import|export)\b.*\bfrom '[^']+';$/gm) ?? [];
      const found = importsOf(file).map(({ specifier }) => specifier);
      return lines.filter((line) => !found.some((specifier) => line.includes(`'${specifier}'`)));
    });
    expect(files.flatMap(importsOf).length).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  });

  it.each([
    ['documents/formats/a.ts', '#platform/model', 'documents may not use platform'],
    ['documents/form/a.ts', '#documents/render', 'form may not use render'],
    ['documents/formats/a.ts', 'node:fs', 'no Node here'],
    ['documents/form/a.ts', '../formats/age.ts', 'only through the door'],
    ['platform/server/a.ts', '#modules/cadres', 'platform may not use modules'],
    ['platform/server/records/a.ts', '#platform/web', 'server may not use web'],
    ['platform/model/a.ts', '#platform/server', 'model may not use server'],
    ['platform/server/records/a.ts', 'node:sqlite', 'may name node:sqlite'],
    ['modules/cadres/server/a.ts', 'fastify', 'may name fastify'],
    ['modules/cadres/model/a.ts', '#modules/cadres/server', 'model may not use server'],
    ['modules/cadres/model/a.ts', 'node:crypto', 'no Node here'],
    ['modules/cadres/web/a.tsx', '#modules/cadres/server', 'web may not use server'],
    ['modules/cadres/web/a.tsx', '#platform/server', 'web may not use server'],
    ['modules/cadres/server/a.ts', '#modules/organization/web', 'server may not use web'],
    ['modules/cadres/server/a.ts', '#modules/exchange', 'cadres does not stand on exchange'],
    ['modules/organization/model/a.ts', '#modules/identity', 'organization does not stand on identity'],
    ['modules/exchange/server/a.ts', '../../cadres/index.ts', 'only through the door'],
    ['modules/exchange/server/a.ts', '#modules/cadres/model/sets', 'there is no such door'],
    ['modules/exchange/model/a.ts', '../server/exchange.ts', 'model may not use server'],
    ['modules/exchange/server/a.ts', '#fixtures/district', 'modules may not use fixtures'],
    ['web/a.tsx', '../server/main.ts', 'web may not use server'],
    ['web/a.tsx', '#modules/cadres/server', 'web may not use server'],
    ['server/a.ts', '#modules/cadres/web', 'server may not use web'],
    ['server/a.ts', '../modules/cadres/index.ts', 'only through the door'],
    ['server/a.ts', '../tests/support/walls.ts', 'server may not use tests'],
    ['platform/server/records/a.ts', './test-store.ts', 'made for tests'],
    ['modules/cadres/server/a.ts', '#modules/cadres/server', 'its own door'],
  ])('would show that %s imports %s', (path, specifier, fault) => {
    expect(blame(path, specifier)).toContain(fault);
  });

  it('would show an index.ts that is no door, and see every way of importing', () => {
    expect(brokenWalls([{ path: 'modules/cadres/model/sets/index.ts', text: '' }])).toHaveLength(1);
    const text = [
      "import type { A } from '#platform/web';",
      "export { b } from '#platform/web';",
      "export * from '#platform/web';",
      "import '#platform/web';",
      "const late = () => import('#platform/web');",
      "import {\n  c,\n  type D,\n} from '#platform/web';",
      "import E, * as f from '#platform/web';",
    ];
    for (const line of text)
      expect(brokenWalls([{ path: 'cli/a.ts', text: `${line}\n` }]), line).toHaveLength(1);
    expect(importsOf({ path: 'cli/a.ts', text: "// import { a } from 'b';\n/* import 'c'; */\n" })).toEqual(
      [],
    );
  });
});
