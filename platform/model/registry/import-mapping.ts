import type { FieldDefinition, SetDefinition } from './definition.ts';

/**
 * Finds the field that a column head of a foreign table means: by label, by 指标项代码, by key, blanks and case ignored.
 */
export function importMapping(set: SetDefinition): (heading: string) => FieldDefinition | undefined {
  const fields = new Map<string, FieldDefinition>();
  for (const field of set.fields) {
    for (const name of [field.key, field.code, field.label]) {
      if (!fields.has(normal(name))) fields.set(normal(name), field);
    }
  }
  return (heading) => fields.get(normal(heading));
}

function normal(heading: string): string {
  return heading.replaceAll(/[\s\u3000\u00a0]/g, '').toLowerCase();
}
