import { fieldOfElement, PHOTO, VERSION } from './elements.ts';
import { decodeFile } from './encoding.ts';
import { decodeLeniently, type Encoding } from './host.ts';
import { FormRefusal, noteOn, type FormNote, type FormPlace } from './notes.ts';
import { readPersonXml, type PersonXml } from './person-xml.ts';
import { readPhotoBytes, readPhotoText, type CutPhoto } from './photo-text.ts';
import type { RawForm } from './form-reading.ts';
import { repairMarkup, type MarkupRepair } from './xml-repair.ts';

function refuseDoctype(text: string): void {
  const found = /<!\s*(?:DOCTYPE|ENTITY)\b[^>]{0,60}/i.exec(text);
  if (!found) return;
  const message =
    '文件带有 DTD 或实体定义（<!DOCTYPE、<!ENTITY），可能用来读取本机文件或耗尽内存，已拒绝；任免审批表不需要这些内容。';
  throw new FormRefusal('form-doctype', 'file', found[0], message);
}

function refuseMarkup(text: string): never {
  const tail = text.trimEnd();
  if (!tail.includes('</Person')) {
    const root = /^[^<]*(?:<[?!][^>]*>[^<]*)*<([^\s<>/]+)/.exec(text.slice(0, 4000))?.[1];
    if (root !== undefined && root !== 'Person') {
      const message = `文件的根元素是 ${root.slice(0, 40)}，不是 Person：这不是干部任免审批表文件，请核对选择的文件。`;
      throw new FormRefusal('form-not-a-form', 'file', root, message);
    }
    const message = '文件不完整，没有结尾的 </Person>，可能在复制或传输时被截断；请向报送单位重新索取。';
    throw new FormRefusal('form-truncated', 'file', tail.slice(-30), message);
  }
  const message =
    '文件的 XML 结构有错（标签不配对，或根元素之外还有内容），不能可靠地读取；请用编辑器重新保存后再导入。';
  throw new FormRefusal('form-malformed', 'file', '', message);
}

const whatWasRepaired: Record<MarkupRepair['kind'], [code: string, what: string]> = {
  'control-character': ['form-control-characters', '附近有控制字符，已去掉，请核对。'],
  'bare-markup': ['form-bare-markup', '附近有未转义的 & 或 <，已按文字读取，请核对。'],
};

function repairNote(repair: MarkupRepair): FormNote {
  const [code, what] = whatWasRepaired[repair.kind];
  const place: FormPlace = fieldOfElement.get(repair.element) ?? (repair.element === '' ? 'file' : 'family');
  return noteOn(code, place, repair.context, what);
}

/** Parses as it stands; only when that fails, once more with the markup put right. */
function parse(text: string): { person: PersonXml; notes: FormNote[]; repaired: boolean } {
  try {
    return { person: readPersonXml(text), notes: [], repaired: false };
  } catch (error) {
    if (error instanceof FormRefusal) throw error;
  }
  const { text: better, repairs } = repairMarkup(text);
  if (better === text) refuseMarkup(text);
  try {
    return { person: readPersonXml(better), notes: repairs.map(repairNote), repaired: true };
  } catch (error) {
    if (error instanceof FormRefusal) throw error;
    return refuseMarkup(text);
  }
}

const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030（GBK）',
};

function encodingNote(text: string, encoding: Encoding): FormNote | null {
  const declared =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]{1,40})["']/i.exec(text.slice(0, 300))?.[1] ?? '';
  const agrees = encoding === 'gb18030' ? /^gb/i.test(declared) : /^utf-?16/i.test(declared);
  if (encoding === 'utf-8' || agrees) return null;
  const message = `文件声明的编码是“${declared || '未声明'}”，实际是 ${encodingNames[encoding]}，已按实际编码读取，请核对文字。`;
  return { code: 'form-encoding-differs', field: 'file', value: declared, message };
}

/** The photo that was cut out is the form's only when the parser found one empty place for it. */
function isPlaceOfPhoto(text: string, person: PersonXml): boolean {
  const first = text.indexOf(`<${PHOTO}`);
  const isOnly = first === text.lastIndexOf(`<${PHOTO}`);
  return isOnly && person.photos === 1 && person.texts.get(PHOTO) === '';
}

/**
 * Reads the text of an .lrmx file. `cut` is the photo where it was taken out beforehand; when that was not the form's
 * photo (it stood in a comment, in CDATA, in an unknown element), the whole file is read after all.
 */
export function readLrmx(text: string, encoding: Encoding, cut: CutPhoto | null): RawForm {
  refuseDoctype(text);
  const { person, notes, repaired } = parse(text);
  if (cut && !isPlaceOfPhoto(text, person)) return readLrmx(decodeFile(cut.whole).text, encoding, null);
  const photo = cut
    ? readPhotoBytes(cut.photo, () => decodeLeniently(cut.text, 'utf-8'))
    : readPhotoText(person.texts.get(PHOTO) ?? '');
  const texts: RawForm['texts'] = {};
  for (const [key, value] of person.texts) if (key !== PHOTO && key !== VERSION) texts[key] = value;
  const differs = encodingNote(text, encoding);
  return {
    texts,
    family: person.family,
    photo: photo.photo,
    version: person.texts.get(VERSION) ?? '',
    unknownElements: person.unknownElements,
    repaired: repaired || person.repaired || !photo.plain || encoding !== 'utf-8',
    originalPhotoText: photo.originalText,
    notes: [...(differs ? [differs] : []), ...notes, ...person.notes, ...photo.notes],
  };
}
