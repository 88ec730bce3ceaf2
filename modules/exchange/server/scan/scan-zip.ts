import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { fileLimit, isZip, type FoundFile, type ScanStep } from './found-file.ts';
import { pairForms } from './pair-forms.ts';

const nestingLimit = 3;
const utf8Flag = 0x800;
const gb18030 = new TextDecoder('gb18030');

/** Opens a zip from a path or from its bytes. */
export type ZipSource = { readonly path: string } | { readonly bytes: Uint8Array };

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
    const entries = await listEntries(zip);
    yield* scanEntries(zip, entries, file, nesting);
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
    if (entry.isEncrypted()) {
      yield {
        kind: 'problem',
        problem: { file: inner, code: 'zip-encrypted', message: '压缩包内的文件设有密码，请解压后再导入。' },
      };
    } else if (isZip(name)) {
      if (nesting + 1 >= nestingLimit) {
        yield {
          kind: 'problem',
          problem: { file: inner, code: 'zip-nested', message: '压缩包层层嵌套过深，请解压后再导入。' },
        };
      } else {
        yield* scanNested(zip, entry, inner, nesting);
      }
    } else {
      files.push({ file: inner, size: entry.uncompressedSize, read: () => readEntry(zip, entry) });
    }
  }
  yield* pairForms(files);
}

async function* scanNested(
  zip: ZipFile,
  entry: Entry,
  file: string,
  nesting: number,
): AsyncGenerator<ScanStep> {
  const bytes = await readEntry(zip, entry, 16 * fileLimit).catch(() => null);
  if (bytes === null) yield { kind: 'problem', problem: damaged(file) };
  else yield* scanZip({ bytes }, file, nesting + 1);
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

function open(source: ZipSource): Promise<ZipFile> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  return 'path' in source
    ? yauzl.openPromise(source.path, options)
    : yauzl.fromBufferPromise(
        Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length),
        options,
      );
}

async function listEntries(zip: ZipFile): Promise<NamedEntry[]> {
  const entries: NamedEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry);
    if (name === null || name.endsWith('/')) continue;
    entries.push({ name, entry });
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * Names without the UTF-8 flag are UTF-8 all the same from some systems, else GBK; null for one that would lead out of
 * the archive.
 */
function entryName(entry: Entry): string | null {
  const raw: unknown = entry.fileName;
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(String(raw), 'latin1');
  const flagged = (entry.generalPurposeBitFlag & utf8Flag) !== 0;
  const name = (flagged || isUtf8(bytes) ? bytes.toString('utf8') : gb18030.decode(bytes)).replaceAll(
    '\\',
    '/',
  );
  return yauzl.validateFileName(name) === null ? name : null;
}

async function readEntry(zip: ZipFile, entry: Entry, limit = fileLimit): Promise<Uint8Array> {
  if (entry.uncompressedSize > limit) throw new Error('entry too large');
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Error('entry checksum differs');
  return bytes;
}

function damaged(file: string) {
  return {
    file,
    code: 'zip-damaged',
    message: '压缩包已损坏或不是 zip 格式，无法打开，请重新打包后再导入。',
  };
}
