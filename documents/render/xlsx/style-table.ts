import type { CellFont, FullStyle } from '../table/styles.ts';
import { escapeXml } from '../xml-text.ts';
import { declaration, spreadsheet } from './namespaces.ts';

/** Formats that every program knows by number. */
const builtIn: Readonly<Record<string, number>> = { '0': 1, '0.00': 2, '#,##0': 3, '0%': 9, '0.00%': 10 };
const firstOwnFormat = 164;

/** A list whose items are named by their position. */
class Numbered {
  readonly items: string[] = [];
  readonly #positions = new Map<string, number>();

  constructor(...first: string[]) {
    for (const item of first) this.of(item);
  }

  of(item: string): number {
    const known = this.#positions.get(item);
    if (known !== undefined) return known;
    this.#positions.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

const thinSides = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color auto="1"/></${side}>`)
  .join('');
const noBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const thinBorder = `<border>${thinSides}<diagonal/></border>`;
const fontXml = ({ font, size, bold }: CellFont): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${escapeXml(font)}"/><charset val="134"/></font>`;

/** Gathers the looks of all cells and writes the part that describes them. */
export class StyleTable {
  /** The first font is the one by whose digits columns are measured. */
  readonly #fonts = new Numbered(fontXml({ font: '宋体', size: 11, bold: false }));
  readonly #borders = new Numbered(noBorder, thinBorder);
  readonly #formats = new Numbered();
  readonly #cells = new Numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');

  /** The number of a look. Text cells get the format for text, so that editing them keeps their digits. */
  of(style: FullStyle, isText: boolean): number {
    const font = this.#fonts.of(fontXml(style));
    const border = this.#borders.of(style.border ? thinBorder : noBorder);
    const vertical = style.vertical === 'middle' ? 'center' : style.vertical;
    const alignment =
      `<alignment horizontal="${style.align}" vertical="${vertical}"` +
      `${style.wrap ? ' wrapText="1"' : ''}/>`;
    return this.#cells.of(
      `<xf numFmtId="${isText ? 49 : this.#format(style.format)}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" ` +
        `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    );
  }

  #format(format: FullStyle['format']): number {
    if (!format) return 0;
    return builtIn[format] ?? firstOwnFormat + this.#formats.of(format);
  }

  xml(): string {
    const formats = this.#formats.items.map(
      (format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${escapeXml(format)}"/>`,
    );
    return (
      `${declaration}<styleSheet xmlns="${spreadsheet}">${formats.length > 0 ? counted('numFmts', formats) : ''}` +
      counted('fonts', this.#fonts.items) +
      counted(
        'fills',
        ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`),
      ) +
      counted('borders', this.#borders.items) +
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      counted('cellXfs', this.#cells.items) +
      counted('cellStyles', ['<cellStyle name="常规" xfId="0" builtinId="0"/>']) +
      '</styleSheet>'
    );
  }
}

const counted = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;
