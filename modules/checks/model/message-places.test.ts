import { expect, it } from 'vitest';
import type { CatalogueField } from '#platform/model';
import { fieldOfPlace, placeOfField, placesOf } from './message-places.ts';

const field = (name: string, label: string, of: 'person' | 'row' = 'person'): CatalogueField => ({
  name,
  label,
  kind: 'text',
  of,
  isFact: false,
});
const fields = [
  field('A02.postTitle', '职务名称', 'row'),
  field('A01.name', '姓名'),
  field('A01.health', '健康状况'),
  field('health', '健康状况'),
];

it('a message names fields in braces, each once', () => {
  expect(placesOf('{姓名}生于{ 出生日期 }，{姓名}请核对{}')).toEqual(['姓名', '出生日期']);
});

it('a place is a name or a label of a field of the person', () => {
  expect(fieldOfPlace(fields, '姓名')?.name).toBe('A01.name');
  expect(fieldOfPlace(fields, 'health')?.name).toBe('health');
  expect(fieldOfPlace(fields, '职务名称')).toBeUndefined();
});

it('a field is named by its label where that means no other', () => {
  expect(fields.slice(1).map((each) => placeOfField(fields, each))).toEqual([
    '{姓名}',
    '{健康状况}',
    '{health}',
  ]);
});
