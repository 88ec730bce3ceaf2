import { mmPerPoint, pointsPerMm, textWidth, type FormPage, type LaidCell } from '#documents/form';
import { paragraph, twipsOfMm, type ParagraphFormat } from './paragraph-xml.ts';

/** Lengths in twips whose sums stay next to the sums of the millimetres. */
export function twipSteps(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => {
    const from = twipsOfMm(sum);
    sum += length;
    return twipsOfMm(sum) - from;
  });
}

const innerBorder = 8;
export const outerBorder = 12;

const border = (edge: string, eighths: number): string =>
  `<w:${edge} w:val="single" w:sz="${eighths}" w:space="0" w:color="auto"/>`;

/** Borders of a whole table in eighths of a point. */
const formBorders =
  ['top', 'left', 'bottom', 'right'].map((edge) => border(edge, outerBorder)).join('') +
  ['insideH', 'insideV'].map((edge) => border(edge, innerBorder)).join('');

const zeroMargins = ['top', 'left', 'bottom', 'right']
  .map((edge) => `<w:${edge} w:w="0" w:type="dxa"/>`)
  .join('');

/** A fixed table with the given columns (twips), `indent` to the right of the text margin. */
export function table(columns: readonly number[], indent: number, borders: string, rows: string): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const grid = columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${indent}" w:type="dxa"/>` +
    `<w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${zeroMargins}</w:tblCellMar>` +
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
  );
}

/** A row of exact height (twips) that never breaks across pages. */
export function row(height: number, cells: string): string {
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>${cells}</w:tr>`;
}

const verticals = { top: 'top', middle: 'center', bottom: 'bottom' } as const;

/** The paragraphs of a label: stacked lines of unequal length keep their columns by an indent instead of centring. */
function labelParagraphs(cell: LaidCell): string {
  const { box, fitted, align, inset } = cell;
  const { size, lineHeight } = fitted;
  return cell.paragraphs
    .map(({ text }, index) => {
      const format: ParagraphFormat = { size, lineHeight, align };
      if (align === 'right') {
        const last = index === cell.paragraphs.length - 1;
        return paragraph(text, {
          ...format,
          right: inset.right,
          after: last ? inset.vertical * pointsPerMm : 0,
        });
      }
      if (text === text.trimEnd()) return paragraph(text, format);
      const left = (box.width - textWidth(text) * size * mmPerPoint) / 2;
      return paragraph(text.trimEnd(), { ...format, align: 'left', left });
    })
    .join('');
}

function valueParagraphs(cell: LaidCell): string {
  const { fitted, align, inset, paragraphs } = cell;
  const em = fitted.size * mmPerPoint;
  const texts = paragraphs.length > 0 ? paragraphs : [{ head: '', text: '', indent: 0 }];
  return texts
    .map(({ head, text, indent }, index) => {
      const format: ParagraphFormat = { size: fitted.size, lineHeight: fitted.lineHeight, align };
      if (align === 'left') format.left = inset.left + indent * em;
      if (align === 'right') format.right = inset.right;
      if (cell.vertical === 'top' && index === 0) format.before = inset.vertical * pointsPerMm;
      if (!head) return paragraph(text, format);
      return paragraph(`${head}\t${text}`, { ...format, hanging: indent * em });
    })
    .join('');
}

/** One cell of one grid row; a cell that covers several rows appears in each, its content only in the first. */
function cellXml(cell: LaidCell, at: number, widths: readonly number[], content: string): string {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const isFirst = at === cell.row;
  const merge = cell.rowSpan > 1 ? `<w:vMerge${isFirst ? ' w:val="restart"' : ''}/>` : '';
  const open =
    (cell.openAbove ? '<w:top w:val="nil"/>' : '') + (cell.openBelow ? '<w:bottom w:val="nil"/>' : '');
  const borders = open ? `<w:tcBorders>${open}</w:tcBorders>` : '';
  const align = `<w:vAlign w:val="${verticals[cell.vertical]}"/>`;
  const inner = isFirst ? content : '<w:p/>';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${borders}${align}</w:tcPr>${inner}</w:tc>`;
}

/** The table of a page. `photo` is the content of the photo's cell. */
export function pageTable(page: FormPage, photo: string): string {
  const widths = twipSteps(page.grid.columns);
  const heights = twipSteps(page.grid.rows);
  const contents = new Map<LaidCell, string>();
  for (const cell of page.cells) {
    const values =
      cell.kind === 'photo' ? photo : cell.kind === 'label' ? labelParagraphs(cell) : valueParagraphs(cell);
    contents.set(cell, values);
  }
  const rows = heights.map((height, at) => {
    const covering = page.cells.filter((cell) => cell.row <= at && at < cell.row + cell.rowSpan);
    const ordered = covering.sort((a, b) => a.column - b.column);
    return row(height, ordered.map((cell) => cellXml(cell, at, widths, contents.get(cell) ?? '')).join(''));
  });
  return table(widths, 0, formBorders, rows.join(''));
}
