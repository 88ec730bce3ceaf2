import { declaration, spreadsheet } from '../xlsx/namespaces.ts';

/** The numbers of the looks below. */
export const styleNumbers = { text: 1, head: 2, neededHead: 3, example: 4 } as const;

const font = (more: string) => `<font>${more}<sz val="11"/><name val="宋体"/><charset val="134"/></font>`;
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
const look = (fontId: number, fillId: number, borderId: number, alignment: string) =>
  `<xf numFmtId="49" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" ` +
  `applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"${alignment}/></xf>`;

/** Every cell has the format for text, so that ID numbers and dates stay as they are typed. */
export const dataStyles =
  `${declaration}<styleSheet xmlns="${spreadsheet}">` +
  `<fonts count="4">${font('')}${font('<b/>')}${font('<b/><color rgb="FFB3261E"/>')}${font('<i/><color rgb="FF808080"/>')}</fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE8EEF0')}</fills>` +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  look(0, 0, 0, '') +
  look(1, 2, 1, ' horizontal="center" wrapText="1"') +
  look(2, 2, 1, ' horizontal="center" wrapText="1"') +
  look(3, 0, 0, '') +
  '</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
