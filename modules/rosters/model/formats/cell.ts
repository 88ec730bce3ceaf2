import type { FieldCatalogue } from '#platform/model';
import { fieldNamed } from '../field-named.ts';
import type { ColumnContent, DateFormat } from '../roster.ts';
import { dateText } from './date-text.ts';
import { educationFields, educationText } from './education-text.ts';
import { fillPattern, patternPieces } from './pattern.ts';
import type { PersonValues } from './person-values.ts';

/** A cell of a roster before it is drawn; the picture is fetched by who draws. */
export type RosterCell = string | number | { readonly photoOf: string };

/** The fields of the catalogue that a column reads. */
export function fieldsOfContent(content: ColumnContent, catalogue: FieldCatalogue): readonly string[] {
  switch (content.kind) {
    case 'field':
      return [content.field];
    case 'birthWithAge':
      return ['A01.birthDate', 'age'];
    case 'education':
      return educationFields(content.of);
    case 'rankSince':
      return ['rank', 'rankSince'];
    case 'pattern':
      return (patternPieces(content.pattern) ?? []).flatMap((piece) => {
        const field = 'name' in piece ? fieldNamed(piece.name, catalogue) : undefined;
        return field ? [field.name] : [];
      });
    case 'sequence':
    case 'photo':
    case 'blank':
      return [];
  }
}

/** What stands in a person's cell. `number` is the place in the book. */
export function cellOf(
  content: ColumnContent,
  person: PersonValues & { readonly id: string },
  number: number,
  catalogue: FieldCatalogue,
): RosterCell {
  switch (content.kind) {
    case 'sequence':
      return number;
    case 'photo':
      return { photoOf: person.id };
    case 'blank':
      return '';
    case 'education':
      return educationText(content.of, person);
    case 'birthWithAge': {
      const age = person.text('age');
      return lines(fieldText('A01.birthDate', person, catalogue, 'month'), age === '' ? '' : `(${age}岁)`);
    }
    case 'rankSince':
      return lines(person.text('rank'), fieldText('rankSince', person, catalogue, 'month'));
    case 'field': {
      const value = person.value(content.field);
      if (typeof value === 'number') return value;
      return fieldText(content.field, person, catalogue, content.date);
    }
    case 'pattern':
      return fillPattern(patternPieces(content.pattern) ?? [], (name) => {
        const field = fieldNamed(name, catalogue);
        return field ? fieldText(field.name, person, catalogue) : '';
      });
  }
}

/** A field as it is read, dates by the month unless told otherwise. */
function fieldText(
  name: string,
  person: PersonValues,
  catalogue: FieldCatalogue,
  format: DateFormat = 'month',
): string {
  const value = person.value(name);
  const isDate = catalogue.field(name)?.kind === 'date' && typeof value === 'string';
  return isDate ? dateText(value, format) : person.text(name);
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
