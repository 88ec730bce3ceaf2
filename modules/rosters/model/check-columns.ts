import type { FieldCatalogue } from '#platform/model';
import { fieldNamed } from './field-named.ts';
import { fieldsOfContent } from './formats/cell.ts';
import { patternPieces } from './formats/pattern.ts';
import type { RosterColumn } from './roster.ts';

/** What is wrong with columns, a sentence each with the place of the column; empty when all can be filled. */
export function columnProblems(
  columns: readonly RosterColumn[],
  catalogue: FieldCatalogue,
): readonly string[] {
  return columns.flatMap(({ heading, content }, index) => {
    const place = `第 ${index + 1} 列“${heading}”`;
    if (content.kind === 'pattern') {
      const pieces = patternPieces(content.pattern);
      if (!pieces) return [`${place}的内容格式不对：大括号应成对，例如 {姓名}（{性别}）。`];
      return pieces.flatMap((piece) =>
        'text' in piece || fieldNamed(piece.name, catalogue)
          ? []
          : [`${place}的内容格式中没有“${piece.name}”这一项，请另选。`],
      );
    }
    const missing = fieldsOfContent(content, catalogue).filter((name) => !catalogue.field(name));
    if (content.kind !== 'field') return [];
    if (missing.length > 0) return [`${place}的项目不存在，请另选。`];
    const field = catalogue.field(content.field);
    return field?.of === 'row' && field.isFact ? [`${place}是逐条推算的，不能作为列，请另选。`] : [];
  });
}

/** The columns that a reader may see, and the headings of those that he may not. */
export function visibleColumns(
  columns: readonly RosterColumn[],
  catalogue: FieldCatalogue,
  seesPhotos: boolean,
): { readonly columns: readonly RosterColumn[]; readonly hidden: readonly string[] } {
  const isVisible = (column: RosterColumn): boolean => {
    if (column.content.kind === 'photo') return seesPhotos;
    if (column.content.kind === 'field') return catalogue.field(column.content.field) !== undefined;
    return columnProblems([column], catalogue).length === 0;
  };
  return {
    columns: columns.filter(isVisible),
    hidden: columns.filter((column) => !isVisible(column)).map(({ heading }) => heading),
  };
}
