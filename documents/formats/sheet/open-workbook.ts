import { decodeLeniently } from '../host.ts';
import type { NumberLook } from './number-format.ts';
import { readStyles } from './read-styles.ts';
import { readXmlPart } from './read-xml-part.ts';
import { readSharedStrings } from './shared-strings.ts';
import { damaged, SheetRefusal } from './sheet-refusal.ts';
import { readSheetRows } from './sheet-rows.ts';
import type { SheetInfo, TableFile } from './table-file.ts';
import { unpackPart, unpackPieces } from './unpack.ts';
import { attributeOf } from './xml-scanner.ts';
import { readZipDirectory, type ZipPart } from './zip-directory.ts';

/** The sheets of a workbook with the parts that they lie in. */
export interface WorkbookPlan {
  readonly parts: ReadonlyMap<string, ZipPart>;
  readonly workbook: string;
  readonly is1904: boolean;
  readonly sheets: readonly (SheetInfo & { readonly part: string })[];
  readonly strings: string | null;
  readonly styles: string | null;
}

/** Opens an .xlsx; the texts and styles are read, the sheets when their rows are asked for. */
export async function openWorkbook(bytes: Uint8Array): Promise<TableFile> {
  const plan = await planWorkbook(bytes);
  const piecesOf = (name: string) => unpackPieces(bytes, partOf(plan.parts, name));
  const strings = plan.strings === null ? [] : await readSharedStrings(piecesOf(plan.strings));
  const looks: NumberLook[] = plan.styles === null ? [] : await readStyles(piecesOf(plan.styles));
  const { is1904 } = plan;
  return {
    kind: 'xlsx',
    sheets: plan.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    is1904,
    rows(sheet) {
      const part = plan.sheets[sheet]?.part;
      if (part === undefined) throw new Error(`the workbook has no sheet ${sheet}`);
      return readSheetRows(piecesOf(part), { strings, looks, is1904 });
    },
  };
}

/** Finds the parts of a workbook; what is no workbook is refused. */
export async function planWorkbook(bytes: Uint8Array): Promise<WorkbookPlan> {
  const parts = readZipDirectory(bytes);
  const workbook = await workbookPart(bytes, parts);
  const relations = await readRelations(bytes, parts, workbook);
  const found = await readSheetList(bytes, parts, workbook);
  const sheets = found.sheets.flatMap(({ relation, ...sheet }) => {
    const target = relations.find(({ id }) => id === relation);
    if (!target) throw damaged();
    // Sheets of charts and of old macros hold no rows.
    return target.kind === 'worksheet' ? [{ ...sheet, part: target.part }] : [];
  });
  if (sheets.length === 0) throw new SheetRefusal('sheet-not-a-table', '工作簿中没有可以读取的工作表。');
  const partOfKind = (kind: string) => relations.find((relation) => relation.kind === kind)?.part ?? null;
  return {
    parts,
    workbook,
    is1904: found.is1904,
    sheets,
    strings: partOfKind('sharedStrings'),
    styles: partOfKind('styles'),
  };
}

function partOf(parts: ReadonlyMap<string, ZipPart>, name: string): ZipPart {
  const part = parts.get(name);
  if (!part) throw damaged();
  return part;
}

const notWorkbook = (what: string) =>
  new SheetRefusal('sheet-not-a-table', `${what}，不是 Excel 工作簿，请选择 .xlsx 或 .csv 文件。`);

const workbookTypes =
  /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled/;

/** The name of the workbook's part, by the content types; other packages are told by their kind. */
async function workbookPart(bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>): Promise<string> {
  const types = parts.get('[Content_Types].xml');
  if (!types) throw notWorkbook(parts.has('mimetype') ? '这是 OpenDocument 文档' : '这是一个压缩包');
  let name = '';
  let other = '';
  await readXmlPart(unpackPieces(bytes, types), {
    open(element, attributes) {
      if (element !== 'Override') return;
      const type = attributeOf(attributes, 'ContentType') ?? '';
      if (workbookTypes.test(type)) name = (attributeOf(attributes, 'PartName') ?? '').replace(/^\//, '');
      else if (type.includes('ms-excel.sheet.binary')) other = '这是二进制工作簿（.xlsb）';
      else if (type.includes('wordprocessingml.document.main')) other = '这是 Word 文档';
      else if (type.includes('presentationml')) other = '这是演示文稿';
    },
    close() {},
    text() {},
  });
  if (name === '') throw notWorkbook(other || '文件的内容与扩展名不符');
  if (!parts.has(name)) throw damaged();
  return name;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

async function readRelations(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, ZipPart>,
  part: string,
): Promise<Relation[]> {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const found = parts.get(`${folder}_rels/${part.slice(at)}.rels`);
  const relations: Relation[] = [];
  if (!found) return relations;
  await readXmlPart(unpackPieces(bytes, found), {
    open(name, attributes) {
      // What lies outside of the file is never asked for.
      if (name !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        kind: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        part: resolved(folder, attributeOf(attributes, 'Target') ?? ''),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

async function readSheetList(bytes: Uint8Array, parts: ReadonlyMap<string, ZipPart>, workbook: string) {
  const sheets: (SheetInfo & { relation: string })[] = [];
  let is1904 = false;
  const content = await unpackPart(bytes, partOf(parts, workbook));
  // Prefixes of the relations' namespace differ between programs.
  const prefix = /xmlns:(\w+)="[^"]*\/officeDocument\/(?:2006\/)?relationships"/.exec(
    decodeLeniently(content, 'utf-8'),
  )?.[1];
  await readXmlPart(once(content), {
    open(name, attributes) {
      if (name === 'workbookPr') {
        const value = attributeOf(attributes, 'date1904');
        is1904 = value === '1' || value === 'true';
      } else if (name === 'sheet') {
        const state = attributeOf(attributes, 'state') ?? 'visible';
        sheets.push({
          name: attributeOf(attributes, 'name') ?? '',
          isHidden: state !== 'visible',
          relation: attributeOf(attributes, `${prefix ?? 'r'}:id`) ?? '',
        });
      }
    },
    close() {},
    text() {},
  });
  return { sheets, is1904 };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
