import { closeSync, openSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { claimsForm, fileLimit, headLength, isZip, type FoundFile, type ScanStep } from './found-file.ts';
import { nameText } from './list-folder.ts';
import { pairForms } from './pair-forms.ts';

const nestingLimit = 3;
const utf8Flag = 0x800;
/** A zip within a zip is held in memory while it is read. */
const nestedLimit = 8 * fileLimit;

/** Opens a zip from a path or from its bytes. */
export type ZipSource = { readonly path: Buffer } | { readonly bytes: Uint8Array };

/** The forms of a zip; what is wrong with the archive is told as a problem of the archive. */
export async function* scanZip(source: ZipSource, file: string, nesting = 0): AsyncGenerator<ScanStep> {
  let zip: ZipFile;
  try {
    zip = await open(source);
  } catch {
    yield { kind: 'problem', problem: damaged(file) };
    return;
  }
  try {
    yield* scanEntries(zip, await listEntries(zip), file, nesting);
  } catch {
    yield { kind: 'problem', problem: damaged(file) };
  } finally {
    zip.close();
  }
}

async function* scanEntries(
  zip: ZipFile,
  entries: readonly NamedEntry[],
  file: string,
  nesting: number,
): AsyncGenerator<ScanStep> {
  const files: FoundFile[] = [];
  for (const { name, entry } of entries) {
    const inner = `${file}/${name}`;
    const refusal = refusalOf(name, entry, nesting);
    if (refusal) yield { kind: 'problem', problem: { file: inner, ...refusal } };
    else if (isZip(name)) yield* scanNested(zip, entry, inner, nesting);
    else
      files.push({
        file: inner,
        size: entry.uncompressedSize,
        read: () => readEntry(zip, entry),
        readHead: () => readHead(zip, entry),
      });
  }
  yield* pairForms(files);
}

/** Why an entry is not looked into, if there is a reason; what is no form and no archive is only skipped. */
function refusalOf(name: string, entry: Entry, nesting: number): { code: string; message: string } | null {
  if (yauzl.validateFileName(name) !== null && (isZip(name) || claimsForm(name)))
    return {
      code: 'zip-bad-name',
      message: '压缩包内的文件路径指向压缩包之外，已拒绝，请重新打包后再导入。',
    };
  if (entry.isEncrypted())
    return { code: 'zip-encrypted', message: '压缩包内的文件设有密码，请解压后再导入。' };
  if (!isZip(name)) return null;
  if (nesting + 1 >= nestingLimit)
    return { code: 'zip-nested', message: '压缩包层层嵌套过深，请解压后再导入。' };
  return entry.uncompressedSize > nestedLimit
    ? {
        code: 'zip-too-large',
        message: `压缩包内的压缩包超过 ${nestedLimit / 1024 / 1024} MB，请解压后再导入。`,
      }
    : null;
}

async function* scanNested(
  zip: ZipFile,
  entry: Entry,
  file: string,
  nesting: number,
): AsyncGenerator<ScanStep> {
  const bytes = await readEntry(zip, entry, nestedLimit).catch(() => null);
  if (bytes === null) yield { kind: 'problem', problem: damaged(file) };
  else yield* scanZip({ bytes }, file, nesting + 1);
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

async function open(source: ZipSource): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  if ('bytes' in source) {
    const { buffer, byteOffset, length } = source.bytes;
    return yauzl.fromBufferPromise(Buffer.from(buffer, byteOffset, length), options);
  }
  const handle = openSync(source.path, 'r');
  try {
    return await yauzl.fromFdPromise(handle, options);
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

async function listEntries(zip: ZipFile): Promise<NamedEntry[]> {
  const entries: NamedEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry);
    if (name.endsWith('/')) continue;
    entries.push({ name, entry });
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Names without the UTF-8 flag are UTF-8 all the same from some systems, else GBK. */
function entryName(entry: Entry): string {
  const raw: unknown = entry.fileName;
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(String(raw), 'latin1');
  const flagged = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  return (flagged ? bytes.toString('utf8') : nameText(bytes)).replaceAll('\\', '/');
}

async function readEntry(zip: ZipFile, entry: Entry, limit = fileLimit): Promise<Uint8Array> {
  if (entry.uncompressedSize > limit) throw new Error('entry too large');
  const stream = await zip.openReadStreamPromise(entry);
  // The stream fails as soon as it gives more than was announced.
  const bytes = Buffer.allocUnsafe(entry.uncompressedSize);
  let length = 0;
  for await (const chunk of stream) length += (chunk as Buffer).copy(bytes, length);
  if (length !== bytes.length || crc32(bytes) !== entry.crc32) throw new Error('entry differs');
  return bytes;
}

async function readHead(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= headLength) break;
  }
  return Buffer.concat(chunks).subarray(0, headLength);
}

function damaged(file: string) {
  return {
    file,
    code: 'zip-damaged',
    message: '压缩包已损坏或不是 zip 格式，无法打开，请重新打包后再导入。',
  };
}
