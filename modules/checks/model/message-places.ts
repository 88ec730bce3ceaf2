import type { CatalogueField } from '#platform/model';

/** The names in braces in the message of a question rule: `{法定退休时间}`, `{A01.name}`. */
export function placesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{([^{}]+)\}/gu)].map(([, name = '']) => name.trim()))];
}

/** The field of a person that a place names, by its name or its label; the first where several have one label. */
export function fieldOfPlace(fields: readonly CatalogueField[], place: string): CatalogueField | undefined {
  const ofPeople = fields.filter((field) => field.of === 'person');
  return ofPeople.find(({ name }) => name === place) ?? ofPeople.find(({ label }) => label === place);
}

/** How a field is named in a message: by its label where that means this field. */
export function placeOfField(fields: readonly CatalogueField[], field: CatalogueField): string {
  const name = fieldOfPlace(fields, field.label)?.name === field.name ? field.label : field.name;
  return `{${name}}`;
}
