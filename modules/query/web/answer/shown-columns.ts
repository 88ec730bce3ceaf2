import type { CatalogueField } from '#platform/model';
import { careerColumn as career } from '../../model/career-column.ts';
import type { PageCatalogue } from '../catalogue/page-catalogue.ts';

/** 任职经历, drawn as one line; a column that is no field. */
export const careerColumn = { name: career, label: '任职经历（一行图示）', width: 'minmax(24rem, 1.4fr)' };

/** Can a name be a column of the list? */
export function isColumn(catalogue: PageCatalogue, name: string): boolean {
  return name === careerColumn.name || catalogue.field(name) !== undefined;
}

/** What a list of people shows until the user chooses. */
export const usualColumns: readonly string[] = [
  'A01.sexCode',
  'age',
  'posts',
  'postLevel',
  'highestEducation',
  'postSince',
];

export const mostColumns = 40;

/** Asked along with the columns: whether posts are only known from a résumé, and whether there is a picture. */
export const silentColumns: readonly string[] = ['postsToEnter', 'A57.data'];

/** Fields that can be columns: all but the facts of single rows and the name, which is always there. */
export function columnFields({ fields }: PageCatalogue): CatalogueField[] {
  return fields.filter(({ name, of, isFact }) => !(of === 'row' && isFact) && name !== 'A01.name');
}

/** The track of a column in the table's grid. */
export function widthOf(field: CatalogueField | undefined): string {
  if (!field) return '8rem';
  if (field.kind === 'paragraph') return '20rem';
  if (field.kind === 'date') return '7.5rem';
  if (field.kind === 'number') return field.label.length <= 2 ? '5rem' : '8rem';
  if (field.kind === 'unit') return 'minmax(10rem, 16rem)';
  if (field.kind === 'code') return field.label.length <= 2 ? '5rem' : 'minmax(8rem, 10rem)';
  return field.isFact || field.of === 'row' ? 'minmax(15rem, 1fr)' : 'minmax(7.5rem, 10rem)';
}
