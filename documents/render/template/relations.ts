import { posix } from 'node:path';
import { descendants, readTree } from './xml-tree.ts';
import type { TemplatePackage } from './template-package.ts';

/** The parts to which a part is related: id, kind (the end of its type) and name. */
export function relationsOf(
  template: TemplatePackage,
  part: string,
): { id: string; kind: string; target: string }[] {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const source = template.text(name);
  if (source === null) return [];
  return descendants(readTree(source, name), 'Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => {
      const target = attributes['Target'] ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      return {
        id: attributes['Id'] ?? '',
        kind: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: path,
      };
    });
}
