import { SaxesParser } from 'saxes';
import type { FamilyRow, FormField } from './approval-form.ts';
import { canonicalFamily } from './canonical.ts';
import { FAMILY, familyKeyOfElement, fieldOfElement, PHOTO, VERSION } from './elements.ts';
import { FormRefusal, noteOn, type FormNote } from './notes.ts';
import { rowExtras } from './row-extras.ts';
import { XmlCopy } from './xml-copy.ts';
import { escapeText } from './xml-escape.ts';

/** The content of a Person element, values as the parser gives them. */
export interface PersonXml {
  texts: Map<FormField | typeof PHOTO | typeof VERSION, string>;
  family: FamilyRow[];
  /** XML text of everything the format does not know: first what stood inside family rows, then the rest. */
  unknownElements: string[];
  /** How many ZhaoPian elements there were. */
  photos: number;
  notes: FormNote[];
  /** The structure was put right: several family lists, a value given twice, text between elements. */
  repaired: boolean;
}

const DEEPEST = 32;
const MOST_ELEMENTS = 3000;

type Key = FormField | typeof PHOTO | typeof VERSION;

function keyOf(element: string): Key | undefined {
  return element === PHOTO || element === VERSION ? element : fieldOfElement.get(element);
}

function emptyRow(): FamilyRow {
  return { relation: '', name: '', birth: '', politicalStatus: '', workUnitAndPost: '' };
}

/** Follows the parser through one document. */
class PersonReader {
  readonly texts: PersonXml['texts'] = new Map();
  readonly family: FamilyRow[] = [];
  readonly notes: FormNote[] = [];
  readonly unknown: string[] = [];
  readonly unknownOfRows: string[] = [];
  photos = 0;
  repaired = false;

  private readonly path: string[] = [];
  private elements = 0;
  private families = 0;
  private copy: XmlCopy | null = null;
  private row: FamilyRow = emptyRow();
  private rowExtras: string[] = [];
  /** Rows that are not blank, so far. */
  private rows = 0;
  /** The value being read; null between values. */
  private value: string | null = null;
  /** Elements open inside the value being read. */
  private inner = 0;

  open(name: string, attributes: Record<string, string>): void {
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS || this.path.length >= DEEPEST) refuseComplexity();
    const depth = this.path.length;
    this.path.push(name);
    if (this.copy) return this.copy.open(name, attributes);
    if (this.value !== null) return this.openInsideValue(name, attributes);
    if (depth === 0) return openRoot(name);
    if (this.isKnown(name, depth)) return this.openKnown(name, attributes, depth);
    this.copy = new XmlCopy();
    this.copy.open(name, attributes);
  }

  text(text: string): void {
    if (this.copy) this.copy.write(text);
    else if (this.value !== null) this.value += text;
    else if (text.trim() !== '') this.strayText(text.trim());
  }

  close(): void {
    const name = this.path.pop() ?? '';
    if (this.copy) {
      const xml = this.copy.close();
      if (xml === null) return;
      this.copy = null;
      this.keepUnknown(xml);
    } else if (this.value !== null && this.inner > 0) {
      this.inner -= 1;
      if (!isBreak(name)) this.value += `</${name}>`;
    } else if (this.value !== null) {
      this.endValue(name, this.value);
      this.value = null;
    } else if (this.path.length === 2) {
      this.endRow();
    }
  }

  private isKnown(name: string, depth: number): boolean {
    if (depth === 1) return name === FAMILY || keyOf(name) !== undefined;
    if (depth === 2) return name === 'Item';
    return familyKeyOfElement.has(name);
  }

  private openKnown(name: string, attributes: Record<string, string>, depth: number): void {
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('xmlns') || key.startsWith('xsi:') || key.startsWith('xml:')) continue;
      this.repaired = true;
      const message = `元素 ${name} 带有格式以外的属性 ${key}="${value}"，未导入，请确认是否需要。`;
      this.notes.push({ code: 'form-attribute', field: 'file', value, message });
    }
    if (depth === 1 && name === FAMILY) {
      this.families += 1;
      if (this.families > 1) this.repaired = true;
    } else if (depth === 2) {
      this.row = emptyRow();
      this.rowExtras = [];
    } else {
      this.value = '';
    }
  }

  /** Markup inside a value is text: `<br/>` a line break, anything else signs that a program forgot to escape. */
  private openInsideValue(name: string, attributes: Record<string, string>): void {
    this.inner += 1;
    this.repaired = true;
    if (isBreak(name)) {
      this.value += '\n';
      return;
    }
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
    const tag = `<${name}${written.join('')}>`;
    const field = fieldOfElement.get(this.path[1] ?? '') ?? 'family';
    this.notes.push(noteOn('form-bare-markup', field, tag, '是未转义的标记，已按文字保留，请核对。'));
    this.value += tag;
  }

  private endValue(name: string, value: string): void {
    if (this.path.length === 3) {
      const key = familyKeyOfElement.get(name);
      if (key && this.row[key].trim() === '') this.row[key] = value;
      else if (value.trim() !== '') this.keepSecond(name, value, 'family');
      return;
    }
    const key = keyOf(name);
    if (!key) return;
    if (key === PHOTO) this.photos += 1;
    const before = this.texts.get(key);
    if (before === undefined || before.trim() === '') this.texts.set(key, value);
    else if (value.trim() !== '' && value !== before) {
      this.keepSecond(name, value, key === PHOTO ? 'photo' : key === VERSION ? 'file' : key);
    }
    if (before !== undefined) this.repaired = true;
  }

  private keepSecond(name: string, value: string, field: FormNote['field']): void {
    this.repaired = true;
    const what = '是重复给出的第二个值，表上取第一个，此值作为未识别内容保留，请核对。';
    this.notes.push(noteOn('form-repeated', field, value, what));
    this.keepUnknown(`<${name}>${escapeText(value)}</${name}>`);
  }

  private strayText(text: string): void {
    this.repaired = true;
    this.notes.push(
      noteOn('form-stray-text', 'file', text, '写在各项目之外，已作为未识别内容保留，请核对。'),
    );
    this.keepUnknown(escapeText(text));
  }

  private keepUnknown(xml: string): void {
    const inFamily = this.path[1] === FAMILY;
    if (inFamily && this.path.length >= 3) this.rowExtras.push(xml);
    else this.unknown.push(inFamily ? `<${FAMILY}>${xml}</${FAMILY}>` : xml);
  }

  private endRow(): void {
    this.family.push(this.row);
    const [row] = canonicalFamily([this.row]);
    if (row) this.rows += 1;
    if (this.rowExtras.length === 0) return;
    if (row) this.unknownOfRows.push(rowExtras(this.rows, row, this.rowExtras));
    else this.unknown.push(`<Item>${this.rowExtras.join('')}</Item>`);
  }
}

function isBreak(name: string): boolean {
  return name.toLowerCase() === 'br';
}

function openRoot(name: string): void {
  if (name === 'Person') return;
  const message = `文件的根元素是 ${name}，不是 Person：这不是干部任免审批表文件，请核对选择的文件。`;
  throw new FormRefusal('form-not-a-form', 'file', name, message);
}

function refuseComplexity(): never {
  const message = `文件中的元素超过 ${MOST_ELEMENTS} 个或嵌套超过 ${DEEPEST} 层，不是正常的任免审批表，未予读取。`;
  throw new FormRefusal('form-too-complex', 'file', '', message);
}

/** Reads a well-formed document; throws `FormRefusal` for another root and a plain error where it is not well-formed. */
export function readPersonXml(text: string): PersonXml {
  const reader = new PersonReader();
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', (tag) => reader.open(tag.name, tag.attributes));
  parser.on('text', (part) => reader.text(part));
  parser.on('cdata', (part) => reader.text(part));
  parser.on('closetag', () => reader.close());
  parser.write(text).close();
  const { texts, family, photos, notes, repaired } = reader;
  return {
    texts,
    family,
    photos,
    notes,
    repaired,
    unknownElements: [...reader.unknownOfRows, ...reader.unknown],
  };
}
